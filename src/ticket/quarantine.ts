// Whether the texts of a failure try to instruct whoever reads its ticket. A plain score with its
// reasons, the same for the same text; nothing of a text is in a reason. No boundary by itself: what
// is below the line still stands in fences as data (docs/quarantine.md).
import type { Failure } from "../failure/failure.ts";
import { QUARANTINE_DEPTH_MAX, QUARANTINE_LINE, QUARANTINE_UNITS_MAX } from "../limits.ts";
import { TECHNIQUES } from "./quarantine/techniques.ts";
import { weighNames, weighText } from "./quarantine/text.ts";
import { addUp } from "./quarantine/weights.ts";
import type { Weights } from "./quarantine/weights.ts";

/** What a text scores, and why, in our own words: each reason goes on after the name of the text. */
export interface TextJudgement {
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Judgement extends TextJudgement {
  /** For a person: no delegate, and the texts are not shown. */
  readonly isQuarantined: boolean;
}

/** Judges one text by itself, of at most QUARANTINE_UNITS_MAX units: the rest is not looked at. */
export function judgeText(text: string): TextJudgement {
  return toJudgement(weighText(text.slice(0, QUARANTINE_UNITS_MAX), QUARANTINE_DEPTH_MAX));
}

/**
 * Judges every text of an incident's samples that others may have written, each by itself and those
 * together that are read one after the other. Reasons name the field: "the message holds …".
 */
export function judgeFailures(samples: readonly Failure[]): Judgement {
  const texts = new Map(samples.flatMap((sample) => textsOf(sample)).toReversed());
  const judged = [
    ...[...texts].map(([text, field]) => ({ field, ...judgeText(text) })),
    ...samples.flatMap((sample) => [
      { field: "the stack", ...toJudgement(weighNames(namesOf(sample))) },
      { field: TOGETHER, ...toJudgement(weighNames(ringOf(sample))) },
    ]),
  ];
  const over = judged.filter(({ score }) => score >= QUARANTINE_LINE);
  return {
    score: Math.max(0, ...judged.map(({ score }) => score)),
    isQuarantined: over.length > 0,
    reasons: [
      ...new Set(
        over.flatMap(({ field, reasons }) => reasons.map((reason) => `${field} ${reason}`)),
      ),
    ],
  };
}

function toJudgement(weights: Weights): TextJudgement {
  return { score: addUp(weights), reasons: [...weights.keys()].map((key) => TECHNIQUES[key]) };
}

const TOGETHER = "type, message and route together";

/** Each text with the name of its field. */
function textsOf(sample: Failure): readonly (readonly [text: string, field: string])[] {
  const { grouping, message, entrypoint, version } = sample;
  const ring = isPlain(sample) ? [] : [ringOf(sample), ringOf(sample).toReversed()];
  return [
    [message, "the message"],
    [grouping.message, "the message"],
    [grouping.type, "the type"],
    [grouping.route, "the route"],
    ...namesOf(sample).map((name) => [name, "the stack"] as const),
    [entrypoint ?? "", "the entrypoint"],
    [version?.tag ?? "", "the version"],
    [sample.groupedAs ?? "", "the rule's text"],
    ...ring.flatMap((parts) => [" ", ""].map((gap) => [parts.join(gap), TOGETHER] as const)),
  ];
}

/** Type, message and route follow each other in a ticket in one order or the other. */
function ringOf({ grouping, message }: Failure): readonly string[] {
  return [grouping.type, message, grouping.route, grouping.type];
}

/**
 * Whether type and route are names and no pieces of a sentence. Then only what is certain counts for
 * them and the message together: `DELETE /tests/:id` before a message orders nothing.
 */
function isPlain({ grouping: { type, route } }: Failure): boolean {
  return /^[\w$.]+$/.test(type) && /^[\w/:.*~<>-]*(?: [\w/:.*~<>-]*)?$/.test(route);
}

function namesOf({ frames, grouping }: Failure): readonly string[] {
  return [
    ...frames.map((frame) => frame.function ?? ""),
    ...frames.map((frame) => frame.file ?? ""),
    grouping.frame ?? "",
  ];
}
