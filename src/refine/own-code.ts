// Which frames are the producer's own code. A file is own unless a row says otherwise: a bundle has
// one file (`file:///bundle/index.js`, `worker.js`, `entry.mjs`) whose name tells nothing.

import { anyOf, wordsOf } from "./named-pattern.ts";

/** Schemes of modules that the runtime brings along; `file:` and `http:` are the producer's. */
const RUNTIME_SCHEMES: ReadonlySet<string> = new Set([
  "node",
  "node-internal",
  "cloudflare",
  "cloudflare-internal",
  "workerd",
  "workerd-internal",
  // Python Workers run on Pyodide.
  "pyodide-internal",
]);

/** Files that somebody else wrote. */
const FOREIGN_FILE = anyOf([
  // Any package manager's dependencies, also under `.pnpm` or inside a zip of Yarn's cache. Not
  // workspace packages that are linked there: source maps and V8 name their real path.
  { name: "dependency", pattern: /(?:^|[\\/])node_modules[\\/]/ },
  // The entry that wrangler wraps around the producer's. Not `.wrangler/tmp/dev-…/index.js`, which
  // is the producer's own bundle in a local run.
  { name: "wrangler", pattern: /(?:^|[\\/])\.wrangler[\\/]tmp[\\/]bundle-[^\\/]*[\\/]/ },
  // webpack's loader, as its source map names it. Not a producer's folder `webpack/`.
  { name: "webpack", pattern: /(?:^|\/)webpack\/(?:bootstrap|runtime\/|startup|before-startup)/ },
  // Modules that a bundler's plugin made up: Rollup marks them with NUL, Vite with a scheme or,
  // for its own, a folder. Not a producer's folder `virtual/`.
  // oxlint-disable-next-line no-control-regex -- the NUL is Rollup's own mark
  { name: "virtual module", pattern: /^(?:\u0000|virtual:|vite\/(?:preload|modulepreload)-)/ },
  // What wasm-bindgen and Go lay beside a module. Not the shim that wrangler makes its entry.
  { name: "wasm glue", pattern: /(?:^|[\\/])(?:\w+_bg\.js|wasm_exec\.js)$/ },
]);

/** Functions that somebody else wrote into the producer's bundle. */
const FOREIGN_FUNCTION = anyOf([
  // esbuild names the wrapper of a CommonJS module by the path it came from; webpack does likewise.
  { name: "bundled dependency", pattern: /(?:^|[\\/.])node_modules[\\/]/ },
  // esbuild's runtime (https://github.com/evanw/esbuild, internal/runtime). Not TypeScript's and
  // Babel's helpers for async: see wrappers.ts.
  {
    name: "esbuild",
    pattern: wordsOf(`
      __accessCheck __callDispose __commonJS __commonJSMin __copyProps __esm __export __init __name
      __privateAdd __privateGet __privateMethod __privateSet __publicField __toCommonJS
      __toESM __typeError __using
    `),
  },
  // The wrappers that it makes around each `require` are numbered.
  { name: "esbuild's require", pattern: /^__require\d*$/ },
  { name: "webpack", pattern: /^(?:__webpack_\w+|webpackMissingModule|webpackEmptyContext)/ },
  // The middleware that wrangler puts before the producer's handlers.
  { name: "wrangler", pattern: /^__facade_/ },
  // Imports and exports that wasm-bindgen generates.
  { name: "wasm-bindgen", pattern: /(?:^|\.)__(?:wbg|wbindgen)_/ },
]);

/**
 * Functions of a WebAssembly module that its language brings. V8 may put the module's name before
 * them. Not those of the producer's own crate or package.
 */
const WASM_RUNTIME = anyOf([
  {
    name: "Rust",
    pattern:
      /(?:^|\.)<?(?:alloc|console_error_panic_hook|core|js_sys|std|wasm_bindgen|web_sys|worker)::/,
  },
  { name: "Rust's panics", pattern: /(?:^|\.)_*rust_/ },
  { name: "wasm-bindgen", pattern: /(?:^|\.)__wb/ },
  { name: "Emscripten", pattern: /(?:^|\.)(?:_*(?:cxa|emscripten)_|dynCall_|invoke_)/ },
  { name: "Go", pattern: /^(?:runtime\.|syscall\/)/ },
]);

/** True where the producer's authors wrote this function. */
export function isOwnCode(functionName: string | null, file: string | null): boolean {
  if (file === null || isForeignFile(file)) return false;
  if (isWasm(file)) return functionName !== null && !WASM_RUNTIME.test(functionName);
  return functionName === null || !FOREIGN_FUNCTION.test(functionName);
}

function isForeignFile(file: string): boolean {
  const colon = file.indexOf(":");
  if (colon > 0 && RUNTIME_SCHEMES.has(file.slice(0, colon))) return true;
  return FOREIGN_FILE.test(file);
}

/** A function without a name there is numbered, and the number moves with every build. */
function isWasm(file: string): boolean {
  return file.startsWith("wasm:") || file.endsWith(".wasm");
}
