// Gathers what the doctor goes by: what the objects tell, and what Linear says of the settings. Each
// part by itself: one that is unwell leaves the others. Reading creates nothing.
import { errorKind } from "../error-kind.ts";
import { logError } from "../log.ts";
import { deadLetterObject, deskObject, indexObject } from "../objects.ts";
import { readSettings } from "../settings.ts";
import type { Settings, SettingsEnv } from "../settings.ts";
import type { LinearExamination } from "../ticket/linear-examination.ts";
import { diagnose } from "./doctor.ts";
import type { Diagnosis } from "./doctor.ts";
import { waitsText } from "./health.ts";

/** The diagnosis as it is now; asks Linear about a dozen times. `now` in ms since 1970. */
export async function examine(env: Env, now: number): Promise<Diagnosis> {
  const settings = readSettings(env);
  const [linear, counts, known, desk, deadLetters] = await Promise.all([
    askLinear(settings, now),
    read(async () => indexObject(env, settings).counts()),
    read(async () => indexObject(env, settings).known()),
    read(async () => deskObject(env, settings).counts()),
    read(async () => deadLetterObject(env, settings).count()),
  ]);
  return diagnose({
    settings,
    isKeyGiven: isKeyGiven(env),
    linear,
    ticketProblems:
      counts === null || desk === null
        ? null
        : [...counts.byProblem.map(waitsText), ...desk.problems],
    waiting: desk && desk.waiting.reduce((sum, { count }) => sum + count, 0),
    deadLetters,
    known,
  });
}

// The SDK is loaded here and nowhere before: most who ask outerloop do not ask the doctor.
async function askLinear(settings: Settings, now: number): Promise<LinearExamination | null> {
  if (settings.linear === null) return null;
  const { examineLinear } = await import("../ticket/linear-examination.ts");
  return examineLinear(settings.linear, settings.rules, now);
}

async function read<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    logError("the doctor could not read an object", { kind: errorKind(error) });
    return null;
  }
}

function isKeyGiven({ LINEAR_API_KEY: key }: SettingsEnv): boolean {
  return typeof key === "string" && key.trim() !== "";
}
