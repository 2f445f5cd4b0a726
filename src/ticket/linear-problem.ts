// What an error of the Linear SDK means. Classed by status, code and headers and not by the SDK's
// class: rate limiting is HTTP 400 with the code RATELIMITED, which the SDK takes for an unknown
// error where the type is missing, and an empty 400 for a failed authentication (SDK 98).
import { KEY_REFUSED_MS } from "../limits.ts";
import { readAnswer } from "./linear-answer.ts";
import { budgetAgain, retryAfter } from "./linear-wait.ts";

export type LinearProblemKind =
  | "ratelimited"
  /** The key itself is refused: nothing is sent with it for a while. */
  | "unauthorized"
  /** The key, or the workspace's plan, does not allow that very thing. */
  | "forbidden"
  /** What was asked makes no sense to Linear: it names something that is not there. */
  | "refused"
  | "unreachable";

export interface LinearProblem {
  readonly kind: LinearProblemKind;
  /** In our own words: Linear's text may quote what we sent. */
  readonly text: string;
  /** When to come back, ms since 1970; null: as any other try. */
  readonly notBefore: number | null;
}

/** Types that SDK 98 knows, and codes that Linear sends with them. No other word of Linear's is told. */
const KNOWN_WORDS = new Set([
  "feature not accessible",
  "invalid input",
  "ratelimited",
  "network error",
  "authentication error",
  "forbidden",
  "bootstrap error",
  "unknown",
  "internal error",
  "other",
  "user error",
  "graphql error",
  "lock timeout",
  "usage limit exceeded",
  "bad user input",
  "entity not found",
  "graphql parse failed",
  "graphql validation failed",
  "input error",
  "internal server error",
  "unauthenticated",
  "no code",
]);
/** Failures of Linear's own, whatever the status: nothing is wrong with what was asked. */
const THEIR_OWN = ["internal error", "internal server error", "network error", "bootstrap error"];

/** True for what the SDK throws when a call fails, a lost connection included; not for our mistakes. */
export function isLinearError(error: unknown): boolean {
  return error instanceof Error && "raw" in error && "errors" in error;
}

/** True where Linear said no to this very request, and would say it again. */
export function isRefusal(error: unknown): boolean {
  if (!isLinearError(error)) return false;
  const { kind } = readLinearProblem(error, 0);
  return kind === "refused" || kind === "forbidden";
}

/** What an error of the SDK means; never throws. `now` in ms since 1970. */
export function readLinearProblem(error: unknown, now: number): LinearProblem {
  const { status, codes, headers } = readAnswer(error);
  const words = codes.map(wordOf);
  const says = (...those: readonly string[]): boolean => words.some((word) => those.includes(word));
  const http = `HTTP ${status ?? 200}`;

  if (says("ratelimited") || status === 429) {
    const text = "Linear's rate limit is used up";
    return { kind: "ratelimited", text, notBefore: budgetAgain(headers, now) };
  }
  if (status === 401 || words.some((word) => /^(?:un)?authenticat/.test(word))) {
    const text = `Linear refused the key (${http}): set LINEAR_API_KEY anew`;
    const notBefore = retryAfter(headers, now) ?? now + KEY_REFUSED_MS;
    return { kind: "unauthorized", text, notBefore };
  }
  if (says("feature not accessible", "usage limit exceeded")) {
    const text = `Linear's plan of the workspace does not allow that (${told(codes)})`;
    return { kind: "forbidden", text, notBefore: null };
  }
  if (status === 403 || says("forbidden")) {
    const text = `Linear does not let the key do that (${http}): docs/linear.md names the rights it needs`;
    return { kind: "forbidden", text, notBefore: null };
  }
  const isOurs = codes.length > 0 && (status ?? 200) < 500 && !says(...THEIR_OWN, "lock timeout");
  if (isOurs) {
    const text = `Linear refused the request (${told(codes)})`;
    return { kind: "refused", text, notBefore: null };
  }
  return {
    kind: "unreachable",
    text: says("lock timeout")
      ? "Linear was busy with that (lock timeout)"
      : status === null
        ? "Linear did not answer"
        : `Linear answered with HTTP ${status}`,
    notBefore: retryAfter(headers, now),
  };
}

function told(codes: readonly string[]): string {
  const known = codes.map((code) => (KNOWN_WORDS.has(wordOf(code)) ? code : "another code"));
  return [...new Set(known)].join(", ");
}

// LOCK_TIMEOUT, "lock timeout": Linear writes the same as a code and as a type.
function wordOf(code: string): string {
  return code.toLowerCase().replaceAll("_", " ");
}
