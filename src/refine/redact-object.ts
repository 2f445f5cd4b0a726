// A logged value as text: JSON where JSON can say it, and bounded, since a producer may log
// anything: circles, getters that throw, a megabyte.
import { bound } from "../failure/sanitize.ts";

const DEPTH_MAX = 8;
/** Entries read of one object or list. */
const ENTRIES_MAX = 200;
/** UTF-16 units of the whole text, about. */
const UNITS_MAX = 16_384;
/** What a number needs, whatever is left. */
const UNITS_MIN = 32;
const MORE = '"…"';

type Primitive = string | number | bigint | boolean | symbol | null;

/** Writes `value`, its strings and keys as `clean` leaves them; strings and errors stand bare. */
export function writeValue(value: unknown, clean: (text: string) => string): string {
  const plain = value instanceof Error ? errorText(value) : value;
  if (typeof plain === "string") return clean(bound(plain, UNITS_MAX));
  return new Writer(clean).write(plain) ?? String(plain);
}

function errorText({ name, message }: Error): string {
  return `${name}: ${message}`;
}

class Writer {
  readonly #clean: (text: string) => string;
  /** What is being written: a value that is met inside itself is a circle. */
  readonly #open = new Set<object>();
  #left = UNITS_MAX;

  constructor(clean: (text: string) => string) {
    this.#clean = clean;
  }

  /** Undefined for what JSON leaves out. */
  write(value: unknown): string | undefined {
    if (typeof value === "object" && value !== null) return this.#object(value);
    if (value === undefined || typeof value === "function") return undefined;
    const text = bound(primitiveText(value as Primitive), Math.max(this.#left, UNITS_MIN));
    this.#left -= text.length;
    return typeof value === "string" ? JSON.stringify(this.#clean(text)) : text;
  }

  #object(value: object): string | undefined {
    if (this.#left <= 0 || this.#open.size === DEPTH_MAX || this.#open.has(value)) return MORE;
    this.#open.add(value);
    try {
      if (value instanceof Error) return this.write(errorText(value));
      if ("toJSON" in value && typeof value.toJSON === "function") {
        const json: unknown = value.toJSON();
        return this.write(json);
      }
      if (Array.isArray(value) || value instanceof Set) return `[${this.#items(value)}]`;
      return `{${this.#fields(value instanceof Map ? value : Object.entries(value))}}`;
    } catch {
      // A getter, a proxy or toJSON threw: what cannot be read is not shown.
      return MORE;
    } finally {
      this.#open.delete(value);
    }
  }

  #items(items: Iterable<unknown>): string {
    const parts: string[] = [];
    for (const item of items) {
      if (this.#isFull(parts)) return `${parts.join()},${MORE}`;
      parts.push(this.write(item) ?? "null");
    }
    return parts.join();
  }

  #fields(fields: Iterable<readonly [unknown, unknown]>): string {
    const parts: string[] = [];
    for (const [key, value] of fields) {
      if (this.#isFull(parts)) return `${parts.join()},${MORE}:${MORE}`;
      const text = this.write(value);
      if (text !== undefined) parts.push(`${this.write(String(key)) ?? MORE}:${text}`);
    }
    return parts.join();
  }

  #isFull(parts: readonly string[]): boolean {
    this.#left -= 2;
    return this.#left <= 0 || parts.length === ENTRIES_MAX;
  }
}

function primitiveText(value: Primitive): string {
  return String(value);
}
