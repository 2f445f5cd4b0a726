import { HEALTH_REMEMBERED_MS } from "../limits.ts";
import { deadLetterObject, deskObject, indexObject } from "../objects.ts";
import { readSettings } from "../settings.ts";
import type { Settings } from "../settings.ts";

/** Whether outerloop is well, told to everybody: counts and settings' names, no text of failures. */
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
}

interface Counted {
  readonly at: number;
  readonly incidents: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
  readonly waiting: number;
  readonly deadLetters: number;
}

// Anybody may ask, as often as they like; the objects are asked only so often.
const remembered = new WeakMap<object, Counted>();

/** Reads the health; creates nothing. Counts may be some seconds old. */
export async function readHealth(env: Env, now: number): Promise<Health> {
  const settings = readSettings(env);
  const known = remembered.get(env.INCIDENT_INDEX);
  const counted =
    known !== undefined && now - known.at < HEALTH_REMEMBERED_MS
      ? known
      : await count(env, settings, now);
  const problems = [...settings.problems, ...counted.problems];
  return {
    ok: problems.length === 0,
    tickets: problems.length > 0 ? "waiting" : settings.linear === null ? "drafted" : "sent",
    problems,
    incidents: counted.incidents,
    waiting: counted.waiting,
    deadLetters: counted.deadLetters,
  };
}

async function count(env: Env, settings: Settings, now: number): Promise<Counted> {
  const [{ byPhase, byProblem }, desk, deadLetters] = await Promise.all([
    indexObject(env, settings).counts(),
    deskObject(env, settings).counts(),
    deadLetterObject(env, settings).count(),
  ]);
  const problems = byProblem.map(waitsText);
  // Names of producers are nobody's business here.
  const waiting = desk.waiting.reduce((sum, { count: waits }) => sum + waits, 0);
  const counted: Counted = {
    at: now,
    incidents: byPhase,
    problems: [...problems, ...desk.problems],
    waiting,
    deadLetters,
  };
  remembered.set(env.INCIDENT_INDEX, counted);
  return counted;
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
