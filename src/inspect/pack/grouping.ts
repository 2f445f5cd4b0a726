// Why the failures of an incident are one: each part of its keys, what it was made from and what was
// left out of it. In the words of docs/grouping.md.
import type { Failure, Grouping } from "../../failure/failure.ts";
import { isOverflow } from "../../failure/overflow.ts";
import { bound, sanitize } from "../../failure/sanitize.ts";
import { samplesOf } from "../../incident/state.ts";
import type { IncidentState } from "../../incident/state.ts";
import { PACK_LEFT_OUT_MAX, PACK_MESSAGE_UNITS_MAX } from "../../limits.ts";
import { placeOf, startOf } from "../../ticket/render.ts";
import { name, nameOrNull } from "./text.ts";

export interface ExplainedGrouping {
  /** What alike means here, in one sentence. */
  readonly says: string;
  readonly parts: readonly ExplainedPart[];
  /** The keys, and the names of the parts that each is made of. */
  readonly keys: readonly {
    readonly key: "fingerprint" | "family" | "echoKey";
    readonly value: string;
    readonly madeOf: readonly PartName[];
    readonly says: string;
  }[];
}

export interface ExplainedPart {
  readonly part: PartName;
  /** What it is made of, and what is left out so that alike failures meet. */
  readonly says: string;
  readonly untrusted: {
    /** As it entered the keys. */
    readonly value: string | number | null;
    /** What it was made from, of the first sample; null where that is not kept, or is the same. */
    readonly madeFrom: string | null;
    /** Of a message: the marks in it and what stood there in the first sample. */
    readonly leftOut?: readonly LeftOut[];
  };
}

interface LeftOut {
  readonly mark: string;
  readonly was: string;
}

type PartName = keyof Grouping;

const MADE_OF = {
  fingerprint: ["producer", "route", "type", "message", "frame", "status"],
  family: ["producer", "type", "message", "frame"],
  echoKey: ["type", "message"],
} as const satisfies Record<string, readonly PartName[]>;

const KEY_SAYS = {
  fingerprint: "failures with the same one are this incident",
  family: "the same fault wherever it surfaces: one ticket",
  echoKey: "finds the copy of a throw that arrives at a caller without its stack",
} as const;

const PART_SAYS: Readonly<Record<PartName, string>> = {
  producer: "the script's name, with its dispatch namespace",
  route:
    "a pattern of the way in, with a named entrypoint or class before it; ids, dates and locales of a path are marks, host and query are left out",
  type: "the class that was thrown or logged",
  message:
    "with everything that varies replaced by a mark; where a format string was logged, that string",
  frame:
    "the first frame of the Worker's own code that is no wrapper, as function and file; line and column are left out, so that a redeploy does not make a new incident",
  status: "of an answer of 500 or more that nothing else explains; null for any other failure",
};

/** The grouping, explained by the first sample. */
export function explainGrouping(state: IncidentState): ExplainedGrouping {
  const [sample] = samplesOf(state);
  const { grouping } = state;
  const names: readonly PartName[] = MADE_OF.fingerprint;
  return {
    says: saysOf(grouping, sample),
    parts: names.map((part) => ({
      part,
      says: PART_SAYS[part],
      untrusted: madeOf(part, grouping, sample),
    })),
    keys: (["fingerprint", "family", "echoKey"] as const).map((key) => ({
      key,
      value: state[key],
      madeOf: MADE_OF[key],
      says: KEY_SAYS[key],
    })),
  };
}

function saysOf(grouping: Grouping, sample: Failure | undefined): string {
  if (isOverflow(grouping)) {
    return "These are many kinds of failure: the producer failed in more new ways than begin incidents of their own within an hour, and what was beyond them is counted here together.";
  }
  if (sample === undefined) return "What they have in common is held back.";
  if (sample.groupedAs !== null) {
    return "A rule of RULES gives them the text that they group by, in place of their own: all that the rule matches in this producer is this incident, and route and type are `*`.";
  }
  return "All six parts are the same in all of them, after what varies was taken out.";
}

function madeOf(
  part: PartName,
  grouping: Grouping,
  sample: Failure | undefined,
): ExplainedPart["untrusted"] {
  const value = grouping[part];
  const shown = typeof value === "string" ? name(value) : value;
  if (sample === undefined) return { value: shown, madeFrom: null };
  switch (part) {
    case "message": {
      const raw = sanitize(sample.message);
      return {
        value: bound(sanitize(grouping.message), PACK_MESSAGE_UNITS_MAX),
        madeFrom: raw === grouping.message ? null : bound(raw, PACK_MESSAGE_UNITS_MAX),
        leftOut: leftOutOf(grouping.message, raw),
      };
    }
    case "frame": {
      const start = grouping.frame === null ? null : startOf(sample.frames, grouping.frame);
      return { value: shown, madeFrom: nameOrNull(start && placeOf(start)) };
    }
    case "route":
      return { value: shown, madeFrom: nameOrNull(sample.trigger) };
    case "producer":
    case "type":
    case "status":
      return { value: shown, madeFrom: null };
  }
}

/**
 * What stands in `raw` where `normalised` has a mark, in its order; none where the two do not lie side
 * by side, as with a format string or a list that was folded.
 */
export function leftOutOf(normalised: string, raw: string): readonly LeftOut[] {
  const words = normalised.split(/(<[a-z][a-z0-9-]{0,23}>)/);
  const found: LeftOut[] = [];
  let from = 0;
  let mark: string | null = null;
  for (const [place, word] of words.entries()) {
    if (place % 2 === 1) {
      mark = word;
      continue;
    }
    // A text ends where the next one begins, the last one where all ends.
    const isLast = place === words.length - 1;
    const at = isLast && word === "" ? raw.length : raw.indexOf(word, from);
    if (at < 0 || (mark === null && at !== 0)) return [];
    if (mark !== null) found.push({ mark, was: name(raw.slice(from, at)) });
    from = at + word.length;
  }
  return from === raw.length ? found.slice(0, PACK_LEFT_OUT_MAX) : [];
}
