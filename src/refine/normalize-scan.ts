// One pass over a message, from word to word. A word is letters and digits, with joiners between
// them; characters beyond ASCII are between words, so that a number in Chinese text is found too.
//
// That normalising twice changes nothing rests on two rules. A mark is opaque: nothing looks into
// it or across it. And a word that hangs on a mark (`<uuid>_old`) is read as the rest of a word,
// since that is how it was read when the mark was made.

import { MARK } from "./mark.ts";
import { isName, keptEnd } from "./normalize-names.ts";
import { KINDS, NUMBER, PATH, ROOTED, RUNS } from "./normalize-table.ts";
import { Found, foundIn, LETTERS, lookAt, matchAt, WORD, wordEnd } from "./normalize-words.ts";

/** A bare number: no row is about it. */
const BARE = Found.digit | Found.digitFirst;
/** Without any of these a word is plain and stays. */
const SUSPECT =
  Found.digit |
  Found.dot |
  Found.capitalFirst |
  Found.hexOnly |
  Found.equalsBefore |
  Found.atNext |
  Found.colonNext |
  Found.schemeNext |
  Found.slashNext;

const MARK_HERE = new RegExp(MARK.source, "y");

/** Letters of one case, of which one at least is no hexadecimal digit. */
const PLAIN = "(?=[A-Fa-f]*[G-Zg-z])(?:[A-Z]?[a-z]+|[A-Z]+)";
/**
 * What is kept before a number: one word and a joiner (`req_`, `node-`), or all the words of a name
 * as code and databases have it (`address_line_`). More words joined otherwise make a name of which
 * each may vary, and a first word of one or two letters is as often the start of a random id.
 */
const PREFIX = new RegExp(
  String.raw`(?=[A-Za-z]{3})(?:(?:${PLAIN}_)+(?=-?[A-Za-z]*\d\w*(?![-~+\w]))|` +
    String.raw`${PLAIN}[-_~+](?=-?[A-Za-z]*\d))`,
  "y",
);

/** A text being normalised. `step` is called from place to place, then `end` once. */
export class Scan {
  readonly #text: string;
  #done = "";
  /** Up to here the text is in #done. */
  #copied = 0;
  #lastMark = "";
  /** Where the last mark ended, and the joiners behind it: a word that starts here hangs on it. */
  #hanging = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The normalised text. */
  end(): string {
    return this.#done + this.#text.slice(this.#copied);
  }

  /** Reads what starts at `at`, and returns where to go on. */
  step(at: number): number {
    const text = this.#text;
    const code = text.charCodeAt(at);
    const bits = foundIn(code);
    if (bits & WORD) return this.#word(at, at);
    if (code === 0x3c /* < */) {
      const end = matchAt(MARK_HERE, text, at);
      return end < 0 ? at + 1 : this.#put(at, end, text.slice(at, end));
    }
    if (this.#hanging === at) {
      if (bits & (Found.dot | Found.dash)) this.#hanging = at + 1;
      return at + 1;
    }
    const before = text.charCodeAt(at - 1);
    if (foundIn(before) & WORD) return at + 1;
    if (code === 0x2f /* / */ && before !== 0x3c) {
      const end = matchAt(ROOTED, text, at);
      return end < 0 ? at + 1 : this.#put(at, end, PATH);
    }
    const isSign = code === 0x2d /* - */ || code === 0x2b; /* + */
    if (isSign && foundIn(text.charCodeAt(at + 1)) & Found.digit) return this.#word(at, at + 1);
    return at + 1;
  }

  /** Reads the word at `start`; `from` is before it where a sign belongs to it. */
  #word(from: number, start: number): number {
    const end = wordEnd(this.#text, start);
    const bits = lookAt(this.#text, start, end);
    if (!(bits & SUSPECT)) return end;
    if (this.#hanging !== start) {
      const known = this.#known(from, start, end, bits);
      if (known > 0) return known;
    }
    if (bits & (Found.digit | Found.hexOnly)) this.#numbers(from, start, end, bits);
    return end;
  }

  /** Asks the tables; -1 if they do not know the word. */
  #known(from: number, start: number, end: number, bits: number): number {
    const text = this.#text;
    if (bits & Found.digit) {
      const kept = keptEnd(text, from, this.#copied);
      if (kept > 0) return kept;
    }
    if (bits === BARE) return -1;
    for (const kind of KINDS) {
      if ((bits & kind.when) !== kind.when) continue;
      const kindEnd = matchAt(kind.pattern, text, start);
      if (kindEnd < 0) continue;
      this.#put(from, kindEnd, kind.mark);
      return kindEnd < end ? this.#rest(kindEnd, end) : kindEnd;
    }
    for (const run of RUNS) {
      if ((bits & run.when) !== run.when) continue;
      const runEnd = matchAt(run.pattern, text, start);
      if (runEnd < 0) continue;
      const mark = run.markOf(text.slice(start, runEnd));
      return mark === null ? runEnd : this.#put(from, runEnd, mark);
    }
    return -1;
  }

  /** What is left of a word behind a mark is read at once, lest a long word be looked at often. */
  #rest(markEnd: number, end: number): number {
    let start = markEnd;
    while (!(foundIn(this.#text.charCodeAt(start)) & WORD)) start++;
    const bits = lookAt(this.#text, start, end);
    if (bits & (Found.digit | Found.hexOnly)) this.#numbers(start, start, end, bits);
    return end;
  }

  /** Of a word's parts between dots, those that hold a digit and are no name become numbers. */
  #numbers(from: number, start: number, end: number, bits: number): void {
    const text = this.#text;
    if (!(bits & LETTERS)) {
      this.#put(from, end, NUMBER);
      return;
    }
    let part = start;
    while (part < end) {
      let partEnd = part;
      let found = 0;
      let joiners = 0;
      let at = part;
      for (; at < end; at++) {
        const next = foundIn(text.charCodeAt(at));
        if (next & Found.dot) break;
        if (next & WORD) {
          partEnd = at + 1;
          found |= next | joiners;
        } else joiners = next;
      }
      const isHex = found === Found.hexLetter && partEnd - part >= 8;
      if (isHex || (found & Found.digit && !isName(text, part, partEnd))) {
        const prefixEnd = found & Found.dash ? matchAt(PREFIX, text, part) : -1;
        const first = part === start ? from : part;
        this.#put(prefixEnd > 0 ? prefixEnd : first, partEnd, NUMBER);
      }
      part = at + 1;
      while (part < end && !(foundIn(text.charCodeAt(part)) & WORD)) part++;
    }
  }

  /** Puts a mark in the place of text[start, end); a list of alike marks becomes one. */
  #put(start: number, end: number, mark: string): number {
    const text = this.#text;
    if (mark !== this.#lastMark || !isList(text, this.#copied, start)) {
      this.#done += text.slice(this.#copied, start) + mark;
      this.#lastMark = mark;
    }
    this.#copied = end;
    this.#hanging = end;
    return end;
  }
}

/** True where only what separates the items of a list is between two marks. */
function isList(text: string, start: number, end: number): boolean {
  if (end - start > 3) return false;
  for (let at = start; at < end; at++) {
    if (!" ,;:/|.+#&_~-".includes(text.charAt(at))) return false;
  }
  return true;
}
