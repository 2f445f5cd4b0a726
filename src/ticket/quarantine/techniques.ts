// The techniques of whoever wants a text to be obeyed, and what weighs without a place in the text.

/** Each technique with its reason, said after the name of a field: "the message …". */
export const TECHNIQUES = {
  override: "tries to override instructions",
  address: "addresses its reader",
  persona: "gives its reader a role or a task",
  markup: "imitates the marks of a chat or a prompt",
  command: "holds a shell command",
  package: "names a package to install or run",
  fetch: "asks to download or visit something",
  secrets: "asks for secrets",
  weaken: "asks to weaken tests, reviews or protection",
  work: "asks for a change of code, data or rights",
  approval: "claims an approval or a policy",
  fix: "claims to know the resolution",
  urgency: "urges to act",
  hush: "asks for secrecy",
  forged: "imitates the sections of a ticket",
  border: "claims that the data ends",
  hidden: "hides a part of itself in markup",
  bare: "reports nothing that failed",
  orders: "gives several orders",
  prose: "speaks at length to somebody",
  disguise: "disguises its letters",
  encoded: "holds an encoded text that instructs",
} as const;

export type Technique = keyof typeof TECHNIQUES;

/** Words from which an error message is a letter, and of them those that speak to somebody. */
export const PROSE_WORDS_MIN = 24;
export const PROSE_YOU_MIN = 2;
export const PROSE_WEIGHT = 3;
/** What so many words weigh without any of a failure. */
export const LETTER_WEIGHT = 3;
/** What it weighs that a text has no word of a failure beside an order or a suspicion of this weight. */
export const BARE_WEIGHT = 3;
export const BARE_WORDS_MIN = 4;
export const SUSPICION_MIN = 5;
/** Different ordered deeds, and what so many weigh. */
export const ORDERS: readonly { readonly deeds: number; readonly weight: number }[] = [
  { deeds: 2, weight: 3 },
  { deeds: 3, weight: 5 },
  { deeds: 5, weight: 7 },
];
/** What it weighs that something had to be undone to read it: nobody disguises an error message. */
export const DISGUISE_WEIGHT = 3;
/** The same where it was encoded, which chance does not do. */
export const ENCODED_WEIGHT = 5;
