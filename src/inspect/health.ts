import { HEALTH_REMEMBERED_MS } from "../limits.ts";
import { errorKind } from "../error-kind.ts";
import { iso } from "../iso.ts";
import { logError } from "../log.ts";
import { deadLetterObject, deskObject, indexObject } from "../objects.ts";
import type { Known } from "../producer/heard.ts";
import { readSettings } from "../settings.ts";
import type { Settings } from "../settings.ts";
import type { Access } from "./withhold.ts";

/**
 * Whether outerloop is well, told to everybody: counts and settings' names, no text of failures and
 * no name of a producer. Instants are ISO 8601 in UTC.
 */
export interface Health {
  readonly ok: boolean;
  /** "sent" to Linear, "drafted" without a key, "waiting" while something keeps them. */
  readonly tickets: "sent" | "drafted" | "waiting";
  /** What is wrong and how to mend it. */
  readonly problems: readonly string[];
  readonly incidents: Readonly<Record<string, number>>;
  /** Incidents that wait for the budget of their producer. */
  readonly waiting: number;
  readonly deadLetters: number;
  /** The oldest effect that something keeps from being done, with its age in seconds. */
  readonly oldestUndone: { readonly since: string; readonly seconds: number } | null;
  /** When a producer was heard of last, to some minutes. */
  readonly lastHeardAt: string | null;
  /** Each producer, those heard of last first; null for whoever has no token. */
  readonly producers: readonly HeardProducer[] | null;
}

interface HeardProducer {
  readonly producer: string;
  readonly heardAt: string;
  readonly failedAt: string | null;
}

interface Counted {
  readonly at: number;
  readonly incidents: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
  readonly waiting: number;
  readonly deadLetters: number;
  readonly undoneSince: number | null;
  readonly producers: readonly HeardProducer[];
}

// Anybody may ask, as often as they like; the objects are asked only so often.
const remembered = new WeakMap<object, Counted>();

/** Reads the health as `access` may see it; creates nothing. Counts may be some seconds old. */
export async function readHealth(env: Env, access: Access, now: number): Promise<Health> {
  const settings = readSettings(env);
  const known = remembered.get(env.INCIDENT_INDEX);
  const counted =
    known !== undefined && now - known.at < HEALTH_REMEMBERED_MS
      ? known
      : await count(env, settings, now);
  const { incidents, waiting, deadLetters, undoneSince, producers } = counted;
  const problems = [...settings.problems, ...counted.problems];
  return {
    ok: problems.length === 0,
    tickets: problems.length > 0 ? "waiting" : settings.linear === null ? "drafted" : "sent",
    problems,
    incidents,
    waiting,
    deadLetters,
    oldestUndone: undoneSince === null ? null : ageOf(undoneSince, now),
    lastHeardAt: producers[0]?.heardAt ?? null,
    producers: access === "full" || access === "read" ? producers : null,
  };
}

async function count(env: Env, settings: Settings, now: number): Promise<Counted> {
  const index = indexObject(env, settings);
  const silent: string[] = [];
  // Each by itself: one that is unwell leaves the others to be told.
  const read = async <Value>(name: string, asked: Promise<Value>): Promise<Value | null> => {
    try {
      return await asked;
    } catch (error) {
      logError("the health could not read an object", { name, kind: errorKind(error) });
      silent.push(`The object of ${name} does not answer: see the log of outerloop.`);
      return null;
    }
  };
  const [counts, known, desk, deadLetters] = await Promise.all([
    read("the list of incidents", index.counts()),
    read("who was heard of", index.known()),
    read("the desk", deskObject(env, settings).counts()),
    read("the dead letters", deadLetterObject(env, settings).count()),
  ]);
  const waits = (counts?.byProblem ?? []).map(waitsText);
  const counted: Counted = {
    at: now,
    incidents: counts?.byPhase ?? {},
    problems: [...silent, ...waits, ...(desk?.problems ?? [])],
    waiting: (desk?.waiting ?? []).reduce((sum, { count: some }) => sum + some, 0),
    deadLetters: deadLetters ?? 0,
    undoneSince: counts?.undoneSince ?? null,
    producers: (known ?? []).filter(({ kind }) => kind === "producer").map(heardProducer),
  };
  remembered.set(env.INCIDENT_INDEX, counted);
  return counted;
}

function heardProducer({ name, at, facts }: Known): HeardProducer {
  const failedAt = facts.failed === null ? null : iso(facts.failed);
  return { producer: name, heardAt: iso(at), failedAt };
}

function ageOf(since: number, now: number): Health["oldestUndone"] {
  return { since: iso(since), seconds: Math.max(0, Math.floor((now - since) / 1_000)) };
}

/** How many incidents a problem keeps from their tickets, in words. */
export function waitsText({
  problem,
  count: waiting,
}: {
  readonly problem: string;
  readonly count: number;
}): string {
  return `${waiting} ${waiting === 1 ? "incident waits" : "incidents wait"}: ${problem}`;
}
