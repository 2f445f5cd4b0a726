import { TIMELINE_MAX } from "../limits.ts";
import type { IncidentState } from "./state.ts";

/** The state with one more entry in its timeline, in our own words; `by` whom, if by anybody. */
export function withEntry(
  state: IncidentState,
  at: number,
  what: string,
  by: string | null = null,
): IncidentState {
  return { ...state, timeline: [...state.timeline, { at, what, by }].slice(-TIMELINE_MAX) };
}
