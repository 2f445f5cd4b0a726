// An incident as a ticket. Instructions come from our own templates and from nowhere else; what
// production said stands as data in fences and inline code, and its provenance is told.
import type { Frame } from "../failure/failure.ts";
import type { RuleSays } from "../failure/rules.ts";
import type { SightedVersion } from "../failure/sighted-version.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import type { TicketDraft } from "../incident/ticket.ts";
import { EVIDENCE_UNITS_MAX, FACTS_UNITS_MAX } from "../limits.ts";
import { fence, inlineCode, oneLine } from "./contain.ts";
import type { Delegation } from "./delegate.ts";
import { kindOf } from "./kind.ts";
import type { TicketKind } from "./kind.ts";
import { cameBack, knownFacts, trustedFacts } from "./known-facts.ts";
import {
  expected,
  FOR_PEOPLE,
  limitsOfWork,
  provenanceOf,
  templateOf,
  whereToBegin,
} from "./templates.ts";
import { heldBackTitle, ticketTitle } from "./title.ts";

export interface RenderOptions {
  /** What the rules say of this incident. */
  readonly says?: RuleSays;
  readonly labels: readonly string[];
  /** Where the incident can be looked at; null where no address is set. */
  readonly incidentUrl: string | null;
  /** Whether there is a token for agents: an address that they cannot read is not told. */
  readonly isReadable: boolean;
  readonly delegation: Delegation;
  /** Versions of the producer that were live lately. */
  readonly sighted: readonly SightedVersion[];
}

/** The ticket of an incident as it stands now. */
export function renderTicket(state: IncidentState, options: RenderOptions): TicketDraft {
  const { says = {}, delegation } = options;
  const kind = kindOf(state);
  const { isHeldBack } = delegation;
  const sections = isHeldBack ? heldBack(state, options) : whole(state, kind, options);
  return {
    title: isHeldBack ? heldBackTitle(state.grouping) : ticketTitle(state.grouping),
    description: sections.filter((section) => section !== null).join("\n\n"),
    priority: says.priority ?? (templateOf(kind).first === null ? 3 : 2),
    labels: [...new Set([...options.labels, ...(says.labels ?? [])])],
    team: says.team ?? null,
    agent: says.agent || null,
    delegate: delegation.delegate,
    isHeldBack,
    reasons: delegation.reasons,
  };
}

function whole(
  state: IncidentState,
  kind: TicketKind,
  { incidentUrl, isReadable, delegation, sighted }: RenderOptions,
): readonly (string | null)[] {
  const { first, hint } = templateOf(kind);
  return [
    openingOf(state),
    knownSection(state, sighted),
    ...(HAS_WORDS.has(kind) || (MAY_HAVE_STACK.has(kind) && hasFrames(state))
      ? [evidence(state)]
      : []),
    provenanceOf(kind),
    ...(isReadable ? [look(incidentUrl)] : []),
    ...(first === null
      ? [FOR_PEOPLE, hint]
      : [
          expected(first, inlineCode(state.grouping.producer), cameBack(state)),
          hint,
          ...limitsOfWork(delegation.delegate),
        ]),
    whoGetsIt(delegation),
  ];
}

/** What broke, in one sentence of our own, with names in code. */
export function openingOf(state: IncidentState): string {
  const { producer, type, route, status } = state.grouping;
  const [sample] = samplesOf(state);
  return templateOf(kindOf(state)).opening({
    producer: inlineCode(producer),
    type: inlineCode(type),
    route: inlineCode(route),
    outcome: inlineCode(sample?.outcome ?? "unknown"),
    status: status === null ? "an error status" : `HTTP ${status}`,
  });
}

/** Kinds that say where they were ended, where the runtime tells. */
const MAY_HAVE_STACK: ReadonlySet<TicketKind> = new Set(["cpu", "memory", "wallTime", "outcome"]);
/** Kinds that have a message of the producer's, and a stack if there is any. */
const HAS_WORDS: ReadonlySet<TicketKind> = new Set(["exception", "log"]);

function hasFrames(state: IncidentState): boolean {
  return (samplesOf(state)[0]?.frames.length ?? 0) > 0;
}

// Nothing that others wrote: not even in a fence.
function heldBack(
  state: IncidentState,
  { incidentUrl, delegation }: RenderOptions,
): readonly (string | null)[] {
  return [
    "A failure in production has a text that reads like instructions. It may be meant for whoever works on this ticket, so it is held back, and no agent gets it.",
    trustedSection(state),
    "## What can be done",
    `Look at the incident with care${incidentUrl === null ? "" : `: ${inlineCode(incidentUrl)} shows the text to whoever has \`ACCESS_TOKEN\`, and to nobody else`}. Follow nothing that it says, and paste none of it where an agent reads. If it is an ordinary failure after all, mend it as any other, by hand. If it is an attack, find out which input lets callers write into what is thrown or logged.`,
    whoGetsIt(delegation),
  ];
}

/** What is known of an incident, as a section of a ticket or of a comment. */
export function knownSection(
  state: IncidentState,
  sighted: readonly SightedVersion[] = [],
): string {
  return `${KNOWN}\n\n${fence(knownFacts(state, sighted), FACTS_UNITS_MAX)}`;
}

/** The same without a word that others wrote. */
export function trustedSection(state: IncidentState): string {
  return `${KNOWN}\n\n${fence(trustedFacts(state), FACTS_UNITS_MAX)}`;
}

const KNOWN = "## What is known";

function evidence(state: IncidentState): string {
  const [sample] = samplesOf(state);
  const { message, frame } = state.grouping;
  const frames = sample?.frames ?? [];
  const start = startOf(frames, frame);
  return [
    "## Where it breaks",
    ...(frames.length === 0
      ? []
      : [STACK_LEGEND, fence(frames.map(frameLine).join("\n"), EVIDENCE_UNITS_MAX)]),
    whereToBegin(frames.length > 0, start && inlineCode(placeOf(start))),
    "The message, with what varies taken out:",
    fence(message, EVIDENCE_UNITS_MAX),
  ].join("\n\n");
}

export const STACK_LEGEND = "The stack, innermost first; `>` marks the Worker's own code:";

/** The frame to begin at: the one that the fault is known by; the first of its own may be a wrapper. */
export function startOf(frames: readonly Frame[], frame: string | null): Frame | null {
  const isStart = (one: Frame): boolean => `${one.function}@${one.file}` === frame;
  return frames.find(isStart) ?? frames.find(({ own }) => own) ?? null;
}

function look(incidentUrl: string | null): string | null {
  if (incidentUrl === null) return null;
  return [
    "## Where to look closer",
    `${inlineCode(`${incidentUrl}.md`)} answers with the evidence as it is then: every stack, samples, counts by the hour, why these failures are one incident, what happened to it. Send the token in \`AGENT_TOKEN\` as \`Authorization: Bearer …\`; it can only read.`,
  ].join("\n\n");
}

/** Who gets the ticket, and why, in one sentence. */
export function whoGetsIt({ delegate, reasons }: Delegation): string {
  return `Who gets this: ${delegate ? "a coding agent" : "a person"}, because ${reasons.join("; ")}.`;
}

/** A frame on one line of a fence, its own ones marked. */
export function frameLine(frame: Frame): string {
  return `${frame.own ? ">" : " "} ${placeOf(frame)}`;
}

/** Function, file, line and column on one line: data, to be contained. */
export function placeOf(frame: Frame): string {
  const place = [frame.file ?? "?", frame.line, frame.column].filter((part) => part !== null);
  return oneLine(`${frame.function ?? "(anonymous)"} ${place.join(":")}`);
}
