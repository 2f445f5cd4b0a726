// Traces as people have them: one JSON a line, a JSON array, or the pretty-printed stream of
// `wrangler tail --format json`.
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { parseJson } from "./parse-json.ts";

/** Every value of the input in its order, read when it is asked for; what is no JSON is a problem in its place. */
export function* readValues(text: string): Generator<Result<unknown, string>> {
  // Windows tools begin a file with a byte order mark.
  const input = text.replace(/^\uFEFF/, "");
  const whole = parse(input);
  if (!whole.ok) {
    for (const chunk of chunks(input.split(/\r?\n/))) yield parse(chunk);
  } else if (Array.isArray(whole.value)) {
    for (const value of whole.value) yield ok(value as unknown);
  } else {
    yield whole;
  }
}

// A stream of pretty-printed objects: each begins with a brace alone on its line and ends with one.
function chunks(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (open !== null && line === "{") {
      // The one before was cut off: it is broken, and this one is not.
      found.push(open.join("\n"));
      open = [line];
    } else if (open !== null) {
      open.push(line);
      if (line !== "}") continue;
      found.push(open.join("\n"));
      open = null;
    } else if (line === "{") {
      open = [line];
    } else if (line.trim() !== "") {
      found.push(line);
    }
  }
  if (open !== null) found.push(open.join("\n"));
  return found;
}

function parse(text: string): Result<unknown, string> {
  const value = parseJson(text);
  // The parser's own message quotes the input, which may hold a secret.
  return value === undefined ? failed("this is not JSON") : ok(value);
}
