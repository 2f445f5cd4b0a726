// What people do to an incident, and what another incident does that is merged into it.
import type { IgnoreUntil, PersonAction } from "./action.ts";
import { joinRefusalOf, refusalOf } from "./action.ts";
import { closeTicket } from "./change-ticket.ts";
import { totalCount } from "./followers.ts";
import { ignore } from "./ignore.ts";
import { reopen } from "./reopen.ts";
import { joinRings } from "./ring.ts";
import { mergedInto } from "./phase.ts";
import type { IncidentState, Until } from "./state.ts";
import type { LivingStep, Policy } from "./step.ts";
import { quietStep } from "./step.ts";
import type { Ticket } from "./ticket.ts";
import { withEntry } from "./timeline.ts";
import { beginWatch } from "./verify.ts";
import { separate, wantTicket } from "./want-ticket.ts";
import { iso } from "../iso.ts";

interface Acted {
  readonly at: number;
  readonly by: string;
  readonly action: PersonAction;
}

/** The incident after the action; unchanged where it is refused, or there is nothing to change. */
export function act(state: IncidentState, acted: Acted, policy: Policy): LivingStep {
  const { action, at, by } = acted;
  const { phase } = state;
  if (refusalOf(state, action) !== null) return quietStep(state);
  switch (action.kind) {
    case "resolve":
      return resolve(state, acted, policy);
    case "ignore": {
      const until = untilOf(action.until, totalCount(state));
      return ignore(withEntry(state, at, `ignored ${untilText(until)}`, by), until, at);
    }
    case "reopen":
      return phase.name === "collecting" || phase.name === "ticketed"
        ? quietStep(state)
        : reopen(state, phase.ticket, "byPerson", at, by);
    case "ticket": {
      const isHeldUp = phase.name === "ticketed" && isHeldUpAt(phase.ticket);
      return phase.name === "collecting" || isHeldUp || isDraftToSend(phase, policy)
        ? wantTicket(withEntry(state, at, "ticket wanted at once", by), at, { isUrgent: true })
        : quietStep(state);
    }
    case "separate": {
      const told = withEntry(state, at, "separated: it gets a ticket of its own", by);
      return phase.name === "ticketed" && phase.ticket.status === "following"
        ? separate(told, phase.ticket.owner, at, true)
        : quietStep(state);
    }
    case "merge": {
      if (mergedInto(state) !== null) return quietStep(state);
      const until = { kind: "merged", into: action.into } as const;
      return ignore(withEntry(state, at, untilText(until), by), until, at);
    }
    case "unmerge":
      return unmerge(state, action, at, by);
  }
}

// Not there yet, for want of an answer or of budget, and not asked for in a hurry already.
function isHeldUpAt(ticket: Ticket): boolean {
  return ticket.status === "waiting" || (ticket.status === "asking" && !ticket.isUrgent);
}

function isDraftToSend(phase: IncidentState["phase"], policy: Policy): boolean {
  return phase.name === "ticketed" && phase.ticket.status === "draft" && policy.ticketsAreSent;
}

/** The incident with one more that was merged into it. */
export function join(state: IncidentState, member: string, at: number): LivingStep {
  const { members } = state;
  if (members.includes(member) || joinRefusalOf(state, member) !== null) return quietStep(state);
  return quietStep(
    withEntry({ ...state, members: [...members, member] }, at, `${member} was merged into it`),
  );
}

/** The incident without one that was merged into it. */
export function leave(state: IncidentState, member: string, at: number): LivingStep {
  if (!state.members.includes(member)) return quietStep(state);
  const members = state.members.filter((known) => known !== member);
  return quietStep(withEntry({ ...state, members }, at, `${member} is no longer merged into it`));
}

function resolve(state: IncidentState, { at, by }: Acted, policy: Policy): LivingStep {
  const { phase } = state;
  if (phase.name === "verifying" || phase.name === "resolved") return quietStep(state);
  const { ticket, effects } =
    phase.name === "collecting"
      ? { ticket: null, effects: [] }
      : closeTicket(phase.ticket, { to: "completed" }, at);
  const leaves = effects.some(({ kind }) => kind === "leaveDesk");
  const put = leaves ? { ...state, ownedKey: null, followers: [] } : state;
  const watched = beginWatch(
    withEntry(put, at, "resolved here: watching for the failure", by),
    ticket,
    at,
    at,
    policy,
  );
  return { ...watched, effects: [...effects, ...watched.effects] };
}

// It waits for its next failure: undoing a merge says nothing about whether it still fails.
function unmerge(
  state: IncidentState,
  { counted }: Extract<PersonAction, { kind: "unmerge" }>,
  at: number,
  by: string,
): LivingStep {
  const { phase } = state;
  if (phase.name !== "ignored" || phase.until.kind !== "merged") return quietStep(state);
  const ring = counted === null ? state.ring : joinRings(state.ring, counted);
  const until = { kind: "count", count: totalCount(state) + 1 } as const;
  const told = withEntry(
    { ...state, ring },
    at,
    `no longer merged into ${phase.until.into}: its next failure asks for a ticket again`,
    by,
  );
  return ignore(told, until, at);
}

function untilOf(until: IgnoreUntil, count: number): Until {
  switch (until.kind) {
    case "good":
    case "time":
      return until;
    case "more":
      return { kind: "count", count: count + until.count };
    case "grown":
      return { kind: "count", count: Math.ceil(count * until.factor) };
  }
}

/** What ends it that an incident is ignored, in words. */
export function untilText(until: Until): string {
  switch (until.kind) {
    case "good":
      return "for good";
    case "time":
      return `until ${iso(until.at)}`;
    case "count":
      return `until it has failed ${until.count} times`;
    case "merged":
      return `merged into ${until.into}`;
  }
}
