// A trace in, failures out: select ▸ parse ▸ clean ▸ normalise ▸ group. Pure and synchronous; the
// same code runs in the tail Worker, behind `explain` and in the tests.
import { shareOf } from "../failure/digest.ts";
import type { Failure, Frame, Grouping } from "../failure/failure.ts";
import { producerName } from "../failure/producer-name.ts";
import * as limits from "../limits.ts";
import { applyRules } from "../failure/rules.ts";
import type { Rule } from "../failure/rules.ts";
import { Cleaner } from "./clean.ts";
import { groupingByRule, groupKeys } from "./group.ts";
import { normalizeMessage } from "./normalize.ts";
import { routePattern } from "./route-pattern.ts";
import { bound } from "../failure/sanitize.ts";
import { OVERRULED, PLATFORM_OUTCOMES, select } from "./select.ts";
import type { Candidate, DropReason, Selected } from "./select.ts";
import { parseStack, realType } from "./stack.ts";
import { frameText, topFrame } from "./top-frame.ts";
import type { Trace } from "./trace.ts";

export interface RefineOptions {
  /** Name for traces without a script name: local runs have none. */
  readonly unnamedProducer: string;
  /** Script names of our own Workers, whose traces are dropped. */
  readonly ownWorkers: ReadonlySet<string>;
  readonly rules: readonly Rule[];
  /** Names of fields, or globs of them, whose values are redacted besides (REDACT_KEYS). */
  readonly redactKeys?: readonly string[];
}

/** A candidate with the failure that it is, or would be. */
export interface Refined {
  readonly kept: boolean;
  /** What a kept one was read from; why another was dropped. */
  readonly reason: Failure["reason"] | DropReason | "rule" | "sampled";
  readonly failure: Failure;
}

/** The failures of one trace; empty for a healthy one. */
export function refine(trace: Trace, options: RefineOptions): readonly Failure[] {
  return refineTrace(trace, options).failures;
}

/** The same, and how many failures were cut because one trace may have only so many. */
export function refineTrace(
  trace: Trace,
  options: RefineOptions,
): { readonly failures: readonly Failure[]; readonly cutCount: number } {
  const canOverrule = options.rules.some(({ says }) => says.verdict === "keep");
  const selected = select(trace, options.ownWorkers);
  const failures = selected
    .filter(({ dropped }) => dropped === null || (canOverrule && OVERRULED.has(dropped)))
    .map((one) => refineCandidate(trace, one, options))
    .filter(({ kept }) => kept)
    .map(({ failure }) => failure);
  return { failures, cutCount: selected.filter(({ dropped }) => dropped === "cut").length };
}

/** One candidate with what the rules say of it. */
export function refineCandidate(
  trace: Trace,
  { candidate, dropped, also }: Selected,
  options: RefineOptions,
): Refined {
  const built = buildFailure(trace, candidate, also, options);
  const says = applyRules(options.rules, built);
  const failure = says.group === undefined ? built : regroup(built, says.group);
  const overruled = dropped !== null && says.verdict === "keep" && OVERRULED.has(dropped);
  if (dropped !== null && !overruled) return { kept: false, reason: dropped, failure };
  if (says.verdict === "drop") return { kept: false, reason: "rule", failure };
  if (says.sample !== undefined && says.verdict !== "keep") {
    const share = shareOf([failure.fingerprint, failure.at, failure.message]);
    if (share >= says.sample) return { kept: false, reason: "sampled", failure };
  }
  return { kept: true, reason: candidate.reason, failure };
}

function regroup(failure: Failure, text: string): Failure {
  return {
    ...failure,
    ...groupKeys(groupingByRule(failure.grouping.producer, text)),
    groupedAs: text,
  };
}

// Built from named fields only.
function buildFailure(
  trace: Trace,
  candidate: Candidate,
  also: Failure["also"],
  options: RefineOptions,
): Failure {
  const { redactKeys } = options;
  const cleaner = new Cleaner(redactKeys?.length ? { keys: redactKeys } : undefined);
  const thrown = { name: candidate.type, message: firstText(candidate.parts) };
  const frames = candidate.stack === null ? [] : parseStack(candidate.stack, thrown);
  const message = cleaner.values("message", candidate.parts, limits.MESSAGE_UNITS_MAX);
  const grouping: Grouping = {
    producer: cleaner.name("producer", producerOf(trace, options), limits.NAME_UNITS_MAX),
    route: cleaner.name("route", routeOf(trace), limits.ROUTE_UNITS_MAX),
    type: cleaner.name("type", realType(candidate.stack, thrown), limits.TYPE_UNITS_MAX),
    message: groupingMessage(candidate, message, cleaner),
    frame: groupingFrame(frames, cleaner),
    status: candidate.status,
  };
  return {
    ...groupKeys(grouping),
    grouping,
    groupedAs: null,
    reason: candidate.reason,
    also,
    platform: candidate.reason === "outcome" && PLATFORM_OUTCOMES.has(trace.outcome),
    trigger: trace.trigger.kind,
    outcome: cleaner.name("outcome", trace.outcome, limits.NAME_UNITS_MAX),
    executionModel: cleaner.name("executionModel", trace.executionModel, limits.NAME_UNITS_MAX),
    entrypoint: cleanName(cleaner, "entrypoint", trace.entrypoint),
    version: trace.version && {
      id: cleaner.name("version.id", trace.version.id, limits.NAME_UNITS_MAX),
      tag: cleanName(cleaner, "version.tag", trace.version.tag),
    },
    at: candidate.at ?? trace.at,
    message,
    frames: cleanFrames(frames, cleaner),
    cpuMs: trace.cpuMs,
    wallMs: trace.wallMs,
    truncated: trace.truncated,
    redactions: cleaner.redactions,
    dropped: cleaner.dropped,
  };
}

// A template groups better than what was filled into it.
function groupingMessage(candidate: Candidate, message: string, cleaner: Cleaner): string {
  const words =
    candidate.template === null
      ? message
      : cleaner.text("template", candidate.template, limits.MESSAGE_UNITS_MAX);
  return bound(normalizeMessage(words), limits.GROUPING_MESSAGE_UNITS_MAX);
}

// Made of the frames as they came: a file name that cleaning would change is reduced here first.
function groupingFrame(frames: readonly Frame[], cleaner: Cleaner): string | null {
  const top = topFrame(frames);
  return top && cleaner.name("frame", frameText(top), limits.FRAME_TEXT_UNITS_MAX);
}

function cleanFrames(frames: readonly Frame[], cleaner: Cleaner): readonly Frame[] {
  return frames.slice(0, limits.FRAMES_MAX).map((frame) => ({
    ...frame,
    function: cleanName(cleaner, "frames.function", frame.function),
    file: cleanName(cleaner, "frames.file", frame.file),
  }));
}

function firstText([said]: readonly unknown[]): string {
  return typeof said === "string" ? said : "";
}

function cleanName(cleaner: Cleaner, field: string, raw: string | null): string | null {
  return raw === null ? null : cleaner.name(field, raw, limits.NAME_UNITS_MAX);
}

function producerOf({ scriptName, dispatchNamespace }: Trace, options: RefineOptions): string {
  return producerName(scriptName, dispatchNamespace, options.unnamedProducer);
}

function routeOf(trace: Trace): string {
  const pattern = routePattern(trace.trigger);
  const named = trace.entrypoint !== null && trace.entrypoint !== "default";
  return named ? `${trace.entrypoint} ${pattern}` : pattern;
}
