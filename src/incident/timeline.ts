import { TIMELINE_MAX } from "../limits.ts";
import type { IncidentState } from "./state.ts";

/** The state with one more entry in its timeline, in our own words. */
export function withEntry(state: IncidentState, at: number, what: string): IncidentState {
  return { ...state, timeline: [...state.timeline, { at, what }].slice(-TIMELINE_MAX) };
}
