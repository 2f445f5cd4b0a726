// Whether stacks were mapped back to what people wrote. Nothing in a trace tells it, but the names of
// files do: a source map names the files of the sources, a bundle is one file or a handful of chunks.
import type { Frame } from "./failure.ts";

const WRITTEN = /\.(?:[cm]?tsx?|jsx|vue|svelte|astro)$/i;
const SCRIPT = /\.[cm]?js$/i;
/** One file of a bundle: what wrangler, Pages and frameworks call theirs. */
const BUNDLE_FILE =
  /^(?:index|worker|_worker|entry|main|bundle|server|functionsWorker-[\w.]+)\.js$/i;
/** Folders that hold what was built. */
const BUILT_FOLDER =
  /(?:^|\/)(?:_worker\.js|\.wrangler|\.output|dist|build|bundle|chunks|assets)\//;

/**
 * "mapped" where any own frame is in a file that somebody wrote, "bundled" where all that can be told
 * of are in what was built, null where nothing tells: no own frame, or WebAssembly alone.
 */
export function stacksLook(frames: readonly Frame[]): "mapped" | "bundled" | null {
  const looks = new Set(
    frames.map(({ own, file }) => (own && file !== null ? fileLook(file) : null)),
  );
  if (looks.has("mapped")) return "mapped";
  return looks.has("bundled") ? "bundled" : null;
}

function fileLook(named: string): "mapped" | "bundled" | null {
  const file = named.replace(/[?#].*$/s, "").replaceAll("\\", "/");
  if (WRITTEN.test(file)) return "mapped";
  if (!SCRIPT.test(file)) return null;
  // The runtime names modules as they were deployed by such an address; a source map never does.
  if (/^(?:file|https?):/i.test(file)) return "bundled";
  if (BUILT_FOLDER.test(file) || file.endsWith(".mjs")) return "bundled";
  if (file.includes("/")) return "mapped";
  return BUNDLE_FILE.test(file) ? "bundled" : null;
}
