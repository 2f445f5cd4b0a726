import { DAY_MS, POLICY } from "../../support/life.ts";

/** Short windows: an open ticket is read every hour, and a run should not take a thousand alarms. */
export const WORLD_POLICY = { ...POLICY, watchMs: DAY_MS / 2, retentionMs: 2 * DAY_MS };
/** Tickets that a producer gets within an hour, few enough to be used up. */
export const WORLD_BUDGET = 2;
