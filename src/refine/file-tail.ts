// The part of a file's name that is the same on every build machine and in every deployment.

import { mark } from "./mark.ts";

/** Schemes of places on a machine. Those of bundlers (`webpack://shop/./src/`) know a project. */
const MACHINE_SCHEMES: ReadonlySet<string> = new Set(["", "file", "http", "https"]);

/** A drive, or how a source map climbs to another folder of the machine: `../../home/ann/shop/`. */
const MACHINE_PATH =
  /^(?:[A-Za-z]:|(?:\.\.\/)+(?:home|Users|root|tmp|var|opt|usr|private|mnt|builds|workspace))\//;

/** How a path begins that is absolute, or relative to some folder. */
const BEGINNING = /^(?:\.{0,2}\/)+/;

/** Where workerd puts the modules of a Worker: all below is the producer's own layout. */
const WORKER_ROOT = "bundle/";

/** Where the official Node image works: its `src` is no folder of the producer's. */
const IMAGE_ROOT = /^usr\/src\/(?:app\/)?/;

/** Folders that repositories begin with, beside `src`, which is the surest. */
const SOURCE_ROOTS: ReadonlySet<string> = new Set([
  "api",
  "app",
  "functions",
  "lib",
  "routes",
  "server",
  "worker",
  "workers",
]);

/** What every hash below has, and few names of files: the quick way out. */
const MAY_BE_HASHED = /[\dA-Z]/;

/** How bundlers sign their files. Sources (`.ts`) are never signed. First the longer marks. */
const HASHED_NAMES = [
  // V8 names a module without a file by its hash: `wasm://wasm/0145fffe`, `shop.wasm-0145fffe`.
  { name: "wasm", pattern: /(?:^|-)[\da-f]{8}$/, instead: "" },
  // The whole name: webpack's numbered chunks, content-addressed files. Not `404.ts`.
  {
    name: "all",
    pattern: /^(?:\d+|(?=[a-f]{0,63}\d)[\da-f]{6,64})(?=\.[cm]?js$)/,
    instead: mark("hash"),
  },
  // wrangler's additional modules, webpack's `[hash].worker.js`.
  {
    name: "hash first",
    pattern: /^(?=[a-f]{0,63}\d)[\da-f]{8,64}[-.](?=.*\.(?:[cm]?js|wasm)$)/,
    instead: "",
  },
  // `index-3f2a9c1b.js`. Not `pay-v2.js`: a hash has six digits or more, one of them decimal.
  {
    name: "hex",
    pattern: /[-._](?=[a-f]{0,63}\d)[\da-f]{6,64}(?=\.(?:[cm]?js|wasm)$)/,
    instead: "",
  },
  // esbuild's base 32: `chunk-5VXAJPOQ.mjs`. Not capitals of two or three letters: `client-KV.js`.
  { name: "base 32", pattern: /[-._][A-Z\d]{4,16}(?=\.[cm]?js$)/, instead: "" },
  // Vite's eight of base 64: `index-BfR9x_2a.js`. Not `order-handlers.js`: a digit is wanted, or
  {
    name: "base 64 with a digit",
    pattern: /[-._](?=[a-zA-Z_]{0,7}\d)\w{8}(?=\.[cm]?js$)/,
    instead: "",
  },
  // a capital inside: `cart_DgHjKlPq.mjs`. Eight letters of camel case are lost to it.
  {
    name: "base 64 with a capital",
    pattern: /[-._](?=[\w-][a-z\d_-]{0,6}[A-Z])[\w-]{8}(?=\.[cm]?js$)/,
    instead: "",
  },
];

/** `file:///bundle/index-3f2a9c1b.js?v=2` -> `index.js`; `src/pay.ts` stays what it is. */
export function fileTail(file: string): string {
  const query = file.indexOf("?");
  const path = (query === -1 ? file : file.slice(0, query)).replaceAll("\\", "/");
  const tail = withoutMachine(path);
  const slash = tail.lastIndexOf("/") + 1;
  return tail.slice(0, slash) + withoutHash(tail.slice(slash));
}

function withoutMachine(path: string): string {
  const colon = path.indexOf("://");
  const scheme = colon === -1 ? "" : path.slice(0, colon);
  const below = colon === -1 ? path : path.slice(path.indexOf("/", colon + "://".length));
  const relative = below.replace(BEGINNING, "");
  const ofMachine = below.startsWith("/") ? MACHINE_SCHEMES.has(scheme) : MACHINE_PATH.test(below);
  if (!ofMachine) return relative;
  return relative.startsWith(WORKER_ROOT)
    ? relative.slice(WORKER_ROOT.length)
    : fromSourceRoot(relative.replace(IMAGE_ROOT, "app/"));
}

/** The last folder that a repository may begin with and all below it; else the file alone. */
function fromSourceRoot(path: string): string {
  const folders = path.split("/");
  let root = folders.lastIndexOf("src");
  // The first folder is a machine's: `/app/pay.js` in a container is `pay.js` elsewhere.
  if (root === -1) root = folders.findLastIndex((folder, at) => at > 0 && SOURCE_ROOTS.has(folder));
  return folders.slice(root).join("/");
}

function withoutHash(name: string): string {
  if (!MAY_BE_HASHED.test(name)) return name;
  const signed = HASHED_NAMES.find(({ pattern }) => pattern.test(name));
  return signed === undefined ? name : name.replace(signed.pattern, signed.instead);
}
