import { deadLetterObject, indexObject } from "../objects.ts";
import { readSettings } from "../settings.ts";

/** Whether outerloop is well, told to everybody: counts and settings' names, no text of failures. */
export interface Health {
  readonly ok: boolean;
  /** "sent" to Linear, "drafted" without a key, "waiting" while a setting is wrong. */
  readonly tickets: "sent" | "drafted" | "waiting";
  /** What is wrong with the settings and how to mend it. */
  readonly problems: readonly string[];
  readonly incidents: Readonly<Record<string, number>>;
  readonly deadLetters: number;
}

/** Reads the health; creates nothing. */
export async function readHealth(env: Env): Promise<Health> {
  const settings = readSettings(env);
  const [incidents, deadLetters] = await Promise.all([
    indexObject(env, settings).countByPhase(),
    deadLetterObject(env, settings).count(),
  ]);
  const waiting = settings.problems.length > 0;
  return {
    ok: !waiting,
    tickets: waiting ? "waiting" : settings.linear === null ? "drafted" : "sent",
    problems: settings.problems,
    incidents,
    deadLetters,
  };
}
