// Text that shows what it holds: nothing in it moves a cursor, turns the direction of reading or
// stays unseen. This goes before redact(): an invisible character must not hide a secret from it.

/** Printable ASCII, line feed and tab: nearly every text, and nothing to do. */
const PLAIN = /^[\n\t\x20-\x7e]*$/;

// Escape sequences of terminals: CSI up to its final letter; OSC, DCS, SOS, PM and APC with what
// they carry, where it has an end; and the short ones. Their 8-bit forms are left to UNSEEN: in a
// text that was decoded wrongly they are the halves of quotation marks.
// oxlint-disable-next-line no-control-regex -- controls are what it is about
const ESCAPES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]/g;

const LINE_ENDS = /\r\n?|[\v\f\x85\u2028\u2029]/g;

// Controls; what Unicode calls default ignorable: joiners, zero-width and direction marks, soft
// hyphens, variation selectors, Hangul fillers, tags; interlinear notes; and Braille's blank.
const UNSEEN = /(?![\n\t])[\p{Cc}\p{DI}\ufff9-\ufffb\u2800]/gu;

/** `text` without terminal escapes and anything invisible; line ends become "\n". */
export function sanitize(text: string): string {
  if (PLAIN.test(text)) return text;
  // Lone surrogates first: what is removed between two of them would make them a pair.
  return text.toWellFormed().replace(ESCAPES, "").replace(LINE_ENDS, "\n").replace(UNSEEN, "");
}

/**
 * `text` in at most `unitsMax` UTF-16 units, with "…" where it was cut. A word that the cut splits
 * goes along, or the last quarter where the word is longer than that: so a raw text may be bounded
 * before redact() for its time, and no secret is left that the cut made too short to tell.
 */
export function bound(text: string, unitsMax: number): string {
  if (text.length <= unitsMax) return text;
  if (unitsMax < 1) return "";
  let end = unitsMax - 1;
  const least = end - Math.floor(end / 4);
  if (/\S/.test(text.charAt(end))) {
    while (end > least && /\S/.test(text.charAt(end - 1))) end--;
  }
  if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
  return `${text.slice(0, end)}…`;
}
