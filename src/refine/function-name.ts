// V8 puts a function's name together from the receiver, the function and the property by which it
// was called: `new Foo`, `Object.charge`, `Shop.#load`, `Shop.a [as put]`. Here it is taken apart.

import { anyOf } from "./named-pattern.ts";

export interface FunctionName {
  /** True for `new Foo`. */
  readonly constructed: boolean;
  /** The class or object in front of the last dot, "" without one. */
  readonly owner: string;
  /** The function's own name, "" where V8 knows none. */
  readonly own: string;
  /** The property by which it was called, where that has another name; else "". */
  readonly alias: string;
}

/** What V8 and compilers write for a function that its author gave no name. */
const NAMELESS = /^(?:<?anonymous>?|<computed>|eval|_callee\d*\$?)$/;

/** Names that minifiers count out. The next build gives them to other functions. */
const MINIFIED = anyOf([
  // `a`, `t2`, `_e`, `#a`. The few words of two letters (`on`, `go`) are lost to it.
  { name: "short", pattern: /^#?[\w$]{1,2}$/ },
  // `x12`, `ab3`. Not `sha1`.
  { name: "counted", pattern: /^[A-Za-z_$]{1,2}\d+$/ },
  // `aBc`, `e$1`, `a_b`. Not `get`, `GET` or `Map`: those are more often words, and the rare
  // minified ones slip by.
  {
    name: "mixed",
    pattern: /^#?(?![A-Z]{3}$)[\w$](?:[A-Z\d_$][\w$]|[\w$][A-Z\d_$])$/,
  },
  { name: "signed", pattern: /^[_$][\w$]{2}$/ },
  // `_0x3f2a`.
  { name: "obfuscated", pattern: /^_0x[\da-f]+$/ },
]);

/** Behind these a dot parts nothing: `GET /a.json`, `[Symbol.iterator]`, `<anonymous>`. */
const FREE_TEXT = /[ /[#<(]/;

/** Takes apart what a frame calls its function. */
export function splitFunctionName(text: string): FunctionName {
  const as = text.endsWith("]") ? text.lastIndexOf(" [as ") : -1;
  const called = as === -1 ? text : text.slice(0, as);
  const constructed = called.startsWith("new ");
  const path = constructed ? called.slice("new ".length) : called;
  const free = path.search(FREE_TEXT);
  const dot = path.lastIndexOf(".", free === -1 ? path.length : free);
  const own = path.slice(dot + 1);
  return {
    constructed,
    owner: dot === -1 ? "" : path.slice(0, dot),
    own: NAMELESS.test(own) ? "" : own,
    alias: as === -1 ? "" : text.slice(as + " [as ".length, -1),
  };
}

/** True for a name that the next build may give to another function. */
export function looksMinified(name: string): boolean {
  return MINIFIED.test(name);
}
