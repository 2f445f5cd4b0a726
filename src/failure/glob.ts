// Globs, not regular expressions: whoever writes a rule cannot make it slow.

/** Cells of a glob: the literal texts between its stars. */
export type Glob = readonly string[];

/** `*` stands for any run of characters, none included; everything else for itself, in any case. */
export function parseGlob(text: string): Glob {
  return text.toLowerCase().split("*");
}

/**
 * Whether the glob covers the whole text. Each cell is looked for once, behind the one before it:
 * taking the first place is never wrong, because a star reaches any distance.
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  const lower = text.toLowerCase();
  const [first = "", ...rest] = glob;
  if (!lower.startsWith(first)) return false;
  const last = rest.at(-1);
  if (last === undefined) return lower === first;
  let from = first.length;
  for (const cell of rest.slice(0, -1)) {
    const at = lower.indexOf(cell, from);
    if (at < 0) return false;
    from = at + cell.length;
  }
  return lower.length - last.length >= from && lower.endsWith(last);
}
