// Ways to hide an order that undo themselves by what stands there: pieces that a shell joins, letters apart,
// words turned about or moved in the alphabet.
import { QUARANTINE_BLOBS_MAX } from "../../limits.ts";
import { reverse, rot13 } from "./fold.ts";

/** `text` without what a shell or a program takes out before it runs it: "cu" + "rl", c''url, ${IFS}. */
export function joinPieces(text: string): string {
  return text
    .replace(/\\\r?\n/g, "")
    .replace(/\$\{ifs\}|\$ifs\b/gi, " ")
    .replace(/["'`] ?[+.] ?["'`]/g, "")
    .replace(/(?<=\w)(?:''|"")(?=\w)/g, "");
}

/** `text` in which single letters beside each other are words: two spaces are one between words. */
export function closeUp(text: string): string {
  return text
    .replace(/(?<=(?:^|[\s_.*|-])[^\s_.*|-])[_.*|-](?=[^\s_.*|-](?:[\s_.*|-]|$))/gm, "")
    .replace(/(?<=(?:^|\s)\S) (?=\S(?:\s|$))/gm, "");
}

/** Pieces that are given names, "part1=…" or "a: …": what they hold, one after the other. */
export function joinParts(text: string): readonly string[] {
  const parts = [...text.matchAll(PART)].map(({ 1: quoted, 2: bare }) => quoted ?? bare ?? "");
  return parts.length < PARTS_MIN ? [] : [parts.join(""), parts.join(" ")];
}
const PART =
  /(?:(?<![\w-])(?:[A-Za-z]|[A-Za-z]{1,10}[_ ]?\d{1,2})|\[\d{1,2}\])(?: ?[=:]| must be| is) ?(?:(?:["'\u201c\u201e]|\u00ab ?)([^"'\n\u00bb\u201d\u00ab\u201c\u201e]{1,60})["'\u00bb\u201d]|([\w./-]{1,20})(?=[;,\s]))/gi;
const PARTS_MIN = 3;

/** Names and paths of a folded text that are sentences: "remove-the-tests-and-merge". */
export function slugs(folded: string): readonly string[] {
  return (folded.match(SLUG) ?? [])
    .slice(0, QUARANTINE_BLOBS_MAX)
    .map((slug) => slug.replace(/[-_+./]+/g, " "))
    .filter((slug) => slug.split(" ").length >= SLUG_WORDS_MIN && SENTENCE.test(slug));
}
const SLUG = /(?<![a-z])[a-z]{1,16}(?:[-_+./][a-z]{1,16}){3,24}/g;
const SLUG_WORDS_MIN = 4;
const SENTENCE =
  /\b(?:the|and|then|please|to|you|your|without|before|until|should|must|every|always|never)\b/;

/** Words that few orders do without, and which are none when they are turned about. */
const LITTLE_WORDS =
  "the and all run this your with into delete disable print ignore remove send script bash merge main tests secret secrets token push".split(
    " ",
  );

/** Whether a folded text has English little words turned about: "eht", "dna". */
export function isTurned(folded: string): boolean {
  return (folded.match(TURNED) ?? []).length > 1;
}
const TURNED = toWords(LITTLE_WORDS.map(reverse));

/** The same for letters moved by thirteen places: "gur", "naq". */
export function isMoved(folded: string): boolean {
  return (folded.match(MOVED) ?? []).length > 1;
}
const MOVED = toWords(LITTLE_WORDS.map(rot13));

function toWords(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join("|")})\\b`, "g");
}

/** Each word of a folded text turned about, where it stands. */
export function reverseWords(folded: string): string {
  return folded.replace(/[\p{L}\p{M}\p{N}]+/gu, reverse);
}
