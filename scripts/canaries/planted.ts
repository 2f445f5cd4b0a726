// What a field needs to know of the secret that is planted in it.

/**
 * What keeps a secret in: `redaction` where the text itself travels; `pattern` where only what looks
 * like a name does, and the rest becomes ":id" or "Error"; `not read` where nothing does.
 */
export type Guard = "redaction" | "pattern" | "not read";

/** One secret, in the forms that fields need. */
export interface Planted {
  /** In its context. */
  readonly text: string;
  /** The same on one line. */
  readonly line: string;
  readonly key: string;
  readonly value: string;
  /** By itself where its look is enough, else the line. */
  readonly bare: string;
}

/** Makes the canary of a field. */
export type Plant = (field: string, guard: Guard) => Planted;
