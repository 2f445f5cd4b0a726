// Parts of traces as a tail Worker gets them. They tell no time, so that the moment they arrive stands
// in for it.
import type { Guard, Plant, Planted } from "./planted.ts";

/** One frame that says nothing. */
export const STACK = "    at plant (file:///bundle/index.js:1:2)";

/** An exception that says nothing but what is special about it. */
export function thrown(special: object): object {
  return { name: "Error", message: "no song today", stack: STACK, ...special };
}

/** A console.error call with these arguments. */
export function logged(message: readonly unknown[]): object {
  return { level: "error", message };
}

/** A console.error call with an error, as newer runtimes hand it over. */
export function errorLogged(plant: Plant): object {
  const message = plant("logged error's message", "redaction").text;
  const frame = `    at ${plant("logged error's stack", "redaction").line} (src/bird.ts:1:2)`;
  const error = { name: "Error", message, stack: `${STACK}\n${frame}` };
  return { ...logged(["refused", {}]), errorInfo: [null, error] };
}

/** The request of a fetch, with a secret in each part that requests have. */
export function request(plant: Plant): object {
  const escaped = (field: string, guard: Guard): string =>
    encodeURIComponent(plant(field, guard).line);
  const query = plant("URL query", "not read");
  return {
    method: plant("request method", "pattern").bare,
    url:
      `https://${escaped("URL userinfo", "not read")}@shop.example` +
      `/reset/${escaped("URL path", "pattern")}` +
      `?${encodeURIComponent(query.key)}=${encodeURIComponent(query.value)}` +
      `#${escaped("URL fragment", "not read")}`,
    headers: entry(plant("request header", "not read")),
    cf: { country: "XX", ...entry(plant("cf", "not read")) },
  };
}

/** A stack with a secret in its header, which may name the class, in a function and in a file. */
export function stack(plant: Plant): string {
  return [
    `${plant("stack header", "pattern").bare}: no song today`,
    `    at ${plant("stack function", "redaction").line} (file:///bundle/index.js:1:2)`,
    `    at sing (${plant("stack file", "redaction").line}:3:4)`,
  ].join("\n");
}

/** The secret by its key. */
export function entry({ key, value }: Planted): object {
  return { [key]: value };
}

/** The same as a pair, as lists of headers have it. */
export function pair({ key, value }: Planted): readonly string[] {
  return [key, value];
}

/** The same as an argument that a format string asks for. */
export function filled({ key, value }: Planted): readonly unknown[] {
  return [`gave up after %d tries with ${key}=%s`, 3, value];
}

/** The same in two arguments. */
export function split({ key, value }: Planted): readonly string[] {
  return [`${key}:`, value];
}
