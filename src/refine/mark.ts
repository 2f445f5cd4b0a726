// A mark stands where a part of a text was taken out. Redacting and normalising share its form, so
// that normalising leaves a redacted part alone and both may run twice without changing anything.

/** "email" -> "<email>". The name is lower case letters, digits and dashes, at most 24 of them. */
export function mark(name: string): string {
  return `<${name}>`;
}

/** Matches one mark. Linear: the run inside the brackets is bounded and has one way to match. */
export const MARK = /<[a-z][a-z0-9-]{0,23}>/;
