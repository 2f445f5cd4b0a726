// Why a call to Linear failed, as an effect or a storm keeps it.
import { UnknownInLinear } from "./linear-lookup.ts";
import { isLinearError, readLinearProblem } from "./linear-problem.ts";

export interface Hindrance {
  /** In our own words, for everybody: it shows in `/health`. */
  readonly problem: string;
  /** Names of the workspace that help to mend it, for those who may see an incident. */
  readonly detail: string | null;
  /** When it may be tried again, ms since 1970; null: as any other try. */
  readonly notBefore: number | null;
}

/** Null for an error that is none of Linear's: a mistake of our own. `now` in ms since 1970. */
export function problemOf(error: unknown, now: number): Hindrance | null {
  if (error instanceof UnknownInLinear) {
    return { problem: error.message, detail: error.detail, notBefore: null };
  }
  if (!isLinearError(error)) return null;
  const { text, notBefore } = readLinearProblem(error, now);
  return { problem: text, detail: null, notBefore };
}
