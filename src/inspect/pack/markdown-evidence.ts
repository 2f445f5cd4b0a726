// The sections of a pack that show texts of others: why they are alike, stacks, samples, and what a
// test has to do.
import { PACK_FENCE_UNITS_MAX } from "../../limits.ts";
import { fence, inlineCode } from "../../ticket/contain.ts";
import { layOut } from "../../ticket/known-facts.ts";
import type { Fact } from "../../ticket/known-facts.ts";
import { frameLine, placeOf, STACK_LEGEND } from "../../ticket/render.ts";
import { whereToBegin } from "../../ticket/templates.ts";
import type { PackFrame, PackSample, PackStack } from "./evidence.ts";
import { fact, facts } from "./facts.ts";
import type { Pack } from "./pack.ts";

/** Each part of the keys, what it was made from and what was left out. */
export function groupingSection({
  grouping: { says, parts, keys },
  heldBack,
}: Pack): readonly string[] {
  const shown = parts.flatMap(({ part, untrusted: { value, madeFrom, leftOut = [] } }): Fact[] => [
    [part, value === null ? "none" : String(value)],
    ...(madeFrom === null ? [] : [["  made from", madeFrom] as const]),
    ...(leftOut.length === 0
      ? []
      : [
          fact(
            "  left out",
            leftOut.map(({ mark, was }) => `${mark} was ${was}`),
          ),
        ]),
  ]);
  return [
    "## Why these failures are one incident",
    says,
    facts(heldBack === "withheld" ? parts.map(({ part }) => [part, "held back"]) : shown),
    parts.map(({ part, says: rule }) => `- ${part}: ${rule}`).join("\n"),
    facts(
      keys.map(({ key, value, madeOf, says: meaning }) => [
        key,
        `${value}: ${meaning}`,
        `made of ${madeOf.join(", ")}`,
      ]),
    ),
  ];
}

/** Stacks and samples. */
export function evidenceSection({ stacks, samples, heldBack }: Pack): readonly string[] {
  if (heldBack === "withheld") return [];
  const [first] = stacks;
  const start = first?.startAt == null ? undefined : first.frames[first.startAt];
  return [
    "## Where it breaks",
    whereToBegin(first !== undefined, start === undefined ? null : inlineCode(place(start))),
    ...stacks.flatMap((stack, nth) => [
      `Stack ${nth + 1} of ${stacks.length}, in ${stack.samples} of ${samples.length} samples. ${STACK_LEGEND}`,
      fence(stackText(stack), PACK_FENCE_UNITS_MAX),
    ]),
    "## Samples",
    "Whole failures that were kept, cleaned of secrets: the first ones and the latest.",
    ...samples.map((sample, nth) => sampleText(sample, nth + 1)),
  ];
}

function stackText({ frames }: PackStack): string {
  return frames.map((frame) => frameLine({ ...frame, ...frame.untrusted })).join("\n");
}

function place(frame: PackFrame): string {
  return placeOf({ ...frame, ...frame.untrusted });
}

function sampleText(sample: PackSample, nth: number): string {
  const { untrusted, reason, also, cpuMs, wallMs, truncated, stack, at } = sample;
  const { version, entrypoint, trigger, outcome, redactions } = untrusted;
  const kinds = Object.entries(redactions).map(([kind, count]) => `${kind} × ${count}`);
  const head = layOut([
    ["sample", String(nth)],
    ["at", at ?? "not told"],
    ["read from", [reason, ...also].join(", ")],
    ["outcome", outcome],
    ["trigger", entrypoint === null ? trigger : `${trigger} of ${entrypoint}`],
    ["version", version === null ? "not told" : `${version.tag ?? "no tag"} (${version.id})`],
    ["used", `${cpuMs} ms of CPU time, ${wallMs} ms in all`],
    ["stack", stack === null ? "none here" : String(stack + 1)],
    fact("redacted", kinds, "nothing"),
    ...(truncated ? [["truncated", "by the runtime: something may be missing"] as const] : []),
    ["message", ""],
  ]);
  return fence(`${head}\n${untrusted.message}`, PACK_FENCE_UNITS_MAX);
}

/** What a test does, and nothing to run. */
export function reproductionSection({ reproduction: how }: Pack): readonly string[] {
  if (how === null) return [];
  const { steps, hint, status, untrusted } = how;
  return [
    "## How to reproduce it",
    ...(steps.length === 0 ? [] : [steps.map((step, nth) => `${nth + 1}. ${step}`).join("\n")]),
    hint,
    facts([
      ["trigger", untrusted.trigger ?? "not known"],
      ["entrypoint", untrusted.entrypoint ?? "the default one"],
      ["method", untrusted.method ?? "none"],
      ["route", untrusted.route],
      ["status", status === null ? "none, or it does not matter" : String(status)],
    ]),
  ];
}
