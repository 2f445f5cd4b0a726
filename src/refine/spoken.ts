// The arguments of a console call as one sentence, as the console would have printed it: the format
// string arrives uninterpolated, with its values beside it. Redacting needs the values where their
// names are: "login pw=%s" says what "hunter2" is, and so does the label before a value.
import { readName } from "./redact-names.ts";

/** https://console.spec.whatwg.org/#formatter */
const DIRECTIVE = /%[sdifoOcj]/g;

const LABEL_UNITS_MAX = 64;

/** Whether a text is a format string: it says how the values beside it are to be printed. */
export function isFormat(text: string): boolean {
  return text.search(DIRECTIVE) >= 0;
}

/** The sentence; `keys` are names that a team redacts besides. */
export function speak(parts: readonly string[], keys: readonly string[]): string {
  const [first = "", ...rest] = parts;
  let used = 0;
  const filled = first.replace(DIRECTIVE, (directive) => rest[used++] ?? directive);
  return rest
    .slice(Math.min(used, rest.length))
    .reduce((spoken, part) => `${spoken}${isLabel(spoken, keys) ? ": " : " "}${part}`, filled);
}

// The last word names a secret: what follows it is one.
function isLabel(spoken: string, keys: readonly string[]): boolean {
  const label = /[\w.-]+$/.exec(spoken.slice(-LABEL_UNITS_MAX))?.[0];
  return label !== undefined && (readName(label, keys)?.trust ?? "random") !== "random";
}
