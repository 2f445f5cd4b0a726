// The stacks and the samples of a pack.
import type { Failure, Frame } from "../../failure/failure.ts";
import { bound, sanitize } from "../../failure/sanitize.ts";
import { samplesOf } from "../../incident/state.ts";
import type { IncidentState } from "../../incident/state.ts";
import { FRAMES_MAX, PACK_MESSAGE_UNITS_MAX } from "../../limits.ts";
import { startOf } from "../../ticket/render.ts";
import { isoOrNull } from "../../iso.ts";
import { listed, name, nameOrNull } from "./text.ts";

/** One stack, innermost frame first. */
export interface PackStack {
  /** How many of the samples have it. */
  readonly samples: number;
  /** Position in `frames` of the one to start at; null where none is of the Worker's own code. */
  readonly startAt: number | null;
  readonly frames: readonly PackFrame[];
}

export interface PackFrame {
  /** True for the Worker's own code. */
  readonly own: boolean;
  readonly line: number | null;
  readonly column: number | null;
  readonly untrusted: { readonly function: string | null; readonly file: string | null };
}

export interface PackSample {
  readonly at: string | null;
  /** What it was read from: "exception", "outcome", "status" or "log". */
  readonly reason: Failure["reason"];
  /** What else of the same trace was this fault. */
  readonly also: readonly Failure["reason"][];
  readonly cpuMs: number;
  readonly wallMs: number;
  /** True where the runtime cut the trace down. */
  readonly truncated: boolean;
  /** Position of its stack in `stacks`; null where it has none, or one that is cut. */
  readonly stack: number | null;
  readonly untrusted: {
    /** Cleaned of secrets, what varies left in. */
    readonly message: string;
    readonly outcome: string;
    readonly trigger: string;
    readonly entrypoint: string | null;
    readonly version: { readonly id: string; readonly tag: string | null } | null;
    /** How many parts of each kind were redacted. */
    readonly redactions: Readonly<Record<string, number>>;
  };
}

/** The stacks that differ, the first seen first; all of them. */
export function stacksOf(state: IncidentState): readonly PackStack[] {
  const samples = samplesOf(state).filter(({ frames }) => frames.length > 0);
  return [...Map.groupBy(samples, stackKey).values()].flatMap((alike) => {
    const frames = alike[0]?.frames.slice(0, FRAMES_MAX);
    if (frames === undefined) return [];
    const start = startOf(frames, state.grouping.frame);
    const startAt = start === null ? null : frames.indexOf(start);
    return [{ samples: alike.length, startAt, frames: frames.map(packFrame) }];
  });
}

/** All samples that are kept, of `stacks` so many: the first ones first. */
export function packSamples(state: IncidentState, stacks: number): readonly PackSample[] {
  const samples = samplesOf(state);
  const keys = [...new Set(samples.filter(({ frames }) => frames.length > 0).map(stackKey))];
  return samples.map((sample) => {
    const place = keys.slice(0, stacks).indexOf(stackKey(sample));
    return packSample(sample, place < 0 ? null : place);
  });
}

function packSample(sample: Failure, stack: number | null): PackSample {
  const { at, reason, also, cpuMs, wallMs, truncated, version, redactions } = sample;
  const kinds = listed(Object.entries(redactions));
  return {
    at: isoOrNull(at),
    reason,
    also: listed(also),
    cpuMs,
    wallMs,
    truncated,
    stack,
    untrusted: {
      message: bound(sanitize(sample.message), PACK_MESSAGE_UNITS_MAX),
      outcome: name(sample.outcome),
      trigger: name(sample.trigger),
      entrypoint: nameOrNull(sample.entrypoint),
      version: version && { id: name(version.id), tag: nameOrNull(version.tag) },
      redactions: Object.fromEntries(kinds.map(([kind, count]) => [name(kind), count])),
    },
  };
}

function packFrame(frame: Frame): PackFrame {
  const { own, line, column } = frame;
  const untrusted = { function: nameOrNull(frame.function), file: nameOrNull(frame.file) };
  return { own, line, column, untrusted };
}

function stackKey({ frames }: Failure): string {
  return JSON.stringify(frames);
}
