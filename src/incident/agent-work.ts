// The agent's work on a ticket, as Linear shows it. A delegated agent that never woke up looks like
// success: so its session is watched, and where there is none in time, or none that goes on, people
// get the ticket.
import { AGENT_WAKE_MS } from "../limits.ts";

/** What is known of the agent on a ticket. Times are ms since 1970. */
export interface AgentWork {
  /** How often it was delegated, from 1. */
  readonly nth: number;
  readonly stage: AgentStage;
  readonly since: number;
  /** When its session is asked for, besides the slow tick; null: not. */
  readonly checkAt: number | null;
  /** The latest session of before this delegation, which says nothing about it. */
  readonly before: AgentSession | null;
  /** The latest session of this delegation. */
  readonly session: AgentSession | null;
}

export type AgentStage =
  /** It is to be delegated again: the delegation of before is taken back, then a new one made. */
  | "clearing"
  | "setting"
  /** Delegated: its session has to begin. */
  | "waking"
  | "working"
  /** It did not begin or did not go on: people are to get the ticket, and then have it. */
  | "returning"
  | "returned"
  /** Somebody in Linear took the agent off. */
  | "taken";

/** A session as Linear tells it. */
export interface AgentSession {
  readonly id: string;
  /** Linear's word: pending, active, awaitingInput, complete, error, stale, or one of later. */
  readonly status: string;
  /** ms since 1970, by Linear's clock: compared with other sessions only. */
  readonly createdAt: number;
  readonly url: string | null;
}

/** Why a ticket is given to people: by the watchdog, or because no agent may read on. */
export type ReturnReason = "asleep" | "failed" | "stale" | "heldBack";

/** The work that begins with a delegation. */
export function delegated(at: number, before: AgentWork | null): AgentWork {
  return {
    nth: (before?.nth ?? 0) + 1,
    stage: "waking",
    since: at,
    checkAt: at + AGENT_WAKE_MS,
    before: before?.session ?? before?.before ?? null,
    session: null,
  };
}

/** The work after its ticket was read; `gives`: why people get the ticket now, or null. */
export function watchAgent(
  work: AgentWork | null,
  seen: { readonly delegateId: string | null; readonly session: AgentSession | null },
  at: number,
): { readonly work: AgentWork | null; readonly gives: ReturnReason | null } {
  const isDelegated = seen.delegateId !== null;
  switch (work?.stage) {
    // Our own change is on its way: what was read is from before it.
    case "clearing":
    case "setting":
    case "returning":
      return { work, gives: null };
    case undefined:
    case "returned":
    case "taken":
      // Somebody delegated it: that is watched as ours is.
      return { work: isDelegated ? delegated(at, work ?? null) : (work ?? null), gives: null };
    case "waking":
    case "working":
      break;
  }
  if (!isDelegated) return { work: moved(work, "taken", at), gives: null };
  const session = isNewer(seen.session, work.before) ? seen.session : work.session;
  const next = { ...work, session };
  const gives = judge(work, session?.status ?? null, at);
  if (gives !== null) return { work: moved(next, "returning", at), gives };
  const hasBegun = session !== null && session.status !== "pending";
  if (work.stage === "working") return { work: next, gives: null };
  return {
    work: hasBegun ? moved(next, "working", at) : { ...next, checkAt: work.since + AGENT_WAKE_MS },
    gives: null,
  };
}

/** The session that goes on after all, though people were to get the ticket; null: none does. */
export function goingOn(work: AgentWork, session: AgentSession | null): AgentSession | null {
  if (session === null || !isNewer(session, work.before)) return null;
  return ["pending", "error", "stale"].includes(session.status) ? null : session;
}

/** The work in another stage. */
export function moved(work: AgentWork, stage: AgentStage, at: number): AgentWork {
  return { ...work, stage, since: at, checkAt: null };
}

function judge(
  { stage, since }: AgentWork,
  status: string | null,
  at: number,
): ReturnReason | null {
  if (status === "error") return "failed";
  if (status === "stale") return "stale";
  const isAsleep = stage === "waking" && (status === null || status === "pending");
  return isAsleep && at >= since + AGENT_WAKE_MS ? "asleep" : null;
}

// Both instants are Linear's, so no two clocks are compared.
function isNewer(session: AgentSession | null, before: AgentSession | null): boolean {
  if (session === null || before === null) return session !== null;
  return session.id !== before.id && session.createdAt > before.createdAt;
}
