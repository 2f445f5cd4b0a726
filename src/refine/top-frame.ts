// Which frame stands for a failure, and what of it enters the fingerprint. A fingerprint must
// outlive deployments: so only what the producer's authors wrote counts, and nothing that a bundler
// counted out, hashed or moved.

import { fileTail } from "./file-tail.ts";
import { looksMinified, splitFunctionName } from "./function-name.ts";
import type { Frame } from "../failure/failure.ts";
import { isWrapper } from "./wrappers.ts";

/**
 * Receivers that say nothing: whatever is no instance of a class. V8 versions differ on them too
 * (`Function.entries`, `entries`).
 */
const GENERIC_OWNERS: ReadonlySet<string> = new Set([
  "Array",
  "AsyncFunction",
  "Function",
  "Generator",
  "Module",
  "Object",
  "Promise",
  "default",
  "exports",
  "global",
  "globalThis",
  "module",
  "null",
  "undefined",
]);

/**
 * What bundlers add to a name, and take away again when something else in the bundle changes:
 * esbuild's `_Counter` for a class that refers to itself, Rollup's `loader$1` for the second of a
 * name, rustc's hash of the build. Not esbuild's `loader2`: people count so too (`parseV2`), and
 * wrangler has esbuild keep the names that V8 shows (`keep_names`).
 */
const BUNDLER_MARK = /^_(?=[A-Z])|\$\d+$|::h[\da-f]{16}$/g;

/** The frame for grouping: the first own one that is no wrapper, else the first own one. */
export function topFrame(frames: readonly Frame[]): Frame | null {
  let first: Frame | null = null;
  for (const frame of frames) {
    if (!frame.own) continue;
    if (!isWrapper(frame.function, frame.file)) return frame;
    first ??= frame;
  }
  return first;
}

/** `charge@src/pay.ts`: function and file as deployments leave them, without line and column. */
export function frameText(frame: Frame): string {
  const name = frame.function === null ? "" : stableName(frame.function);
  const file = frame.file === null ? "" : fileTail(frame.file);
  if (name === "") return file;
  return file === "" ? name : `${name}@${file}`;
}

function stableName(text: string): string {
  const name = splitFunctionName(text);
  // Minifiers keep the names of properties. Beside a good name the alias is one way to call it.
  const own = stablePart(name.own) || stablePart(name.alias);
  const owner = stableOwner(name.owner);
  if (own === "") return owner === "" ? "" : `${owner}.<anonymous>`;
  const full = owner === "" ? own : `${owner}.${own}`;
  return name.constructed ? `new ${full}` : full;
}

/**
 * The class stays: a Worker has many classes with a `fetch`. An inherited method goes by the class
 * of its receiver, which splits a fault of the base class; to merge all classes would be worse.
 */
function stableOwner(owner: string): string {
  if (owner === "" || GENERIC_OWNERS.has(owner)) return "";
  const parts = owner.split(".").filter((part) => !GENERIC_OWNERS.has(part));
  return parts.map(stablePart).filter(Boolean).join(".");
}

/** The name as its author wrote it, "" where that cannot be known. */
function stablePart(name: string): string {
  const written = name.replace(BUNDLER_MARK, "");
  return looksMinified(written) ? "" : written;
}
