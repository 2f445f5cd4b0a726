// Reads an error of the Linear SDK. Classed by status, code and headers and not by the SDK's class
// alone: rate limiting is HTTP 400 with the code RATELIMITED, which the SDK takes for an unknown
// error where the type is missing, and an empty 400 for a failed authentication (SDK 98).

import { EFFECT_RETRY_MAX_MS } from "../limits.ts";
import { UnknownInLinear } from "./linear-lookup.ts";

export type LinearProblemKind = "ratelimited" | "unauthorized" | "refused" | "unreachable";

export interface LinearProblem {
  readonly kind: LinearProblemKind;
  /** In our own words: Linear's text may quote what we sent. */
  readonly text: string;
  /** When Linear said to come back, ms since 1970. */
  readonly notBefore: number | null;
}

/** True for what the SDK throws when a call fails, a lost connection included; not for our mistakes. */
export function isLinearError(error: unknown): boolean {
  return error instanceof Error && "raw" in error && "errors" in error;
}

/** Why a call to Linear failed, in our own words; null for an error that is none of Linear's. */
export function problemOf(
  error: unknown,
  now: number,
): { readonly problem: string; readonly notBefore: number | null } | null {
  if (error instanceof UnknownInLinear) return { problem: error.message, notBefore: null };
  if (!isLinearError(error)) return null;
  const { text, notBefore } = readLinearProblem(error, now);
  return { problem: text, notBefore };
}

/** What an error of the SDK means; `now` in ms since 1970. */
export function readLinearProblem(error: unknown, now: number): LinearProblem {
  const { status, codes, header } = readParts(error);
  if (codes.some((code) => code.toLowerCase() === "ratelimited") || status === 429) {
    return {
      kind: "ratelimited",
      text: "Linear's rate limit is used up",
      notBefore: waitUntil(header, now),
    };
  }
  if (status === 401 || status === 403 || codes.some((code) => /^authentication/i.test(code))) {
    const text = `Linear refused the key (HTTP ${status ?? 200}): set LINEAR_API_KEY anew`;
    return { kind: "unauthorized", text, notBefore: null };
  }
  if (codes.length > 0 && (status ?? 200) < 500) {
    const text = `Linear refused the request (${codes.map(plain).join(", ")})`;
    return { kind: "refused", text, notBefore: null };
  }
  const text = status === null ? "Linear did not answer" : `Linear answered with HTTP ${status}`;
  return { kind: "unreachable", text, notBefore: null };
}

function readParts(error: unknown): {
  status: number | null;
  codes: readonly string[];
  header: (name: string) => string | null;
} {
  const raw = field(error, "raw");
  const response = field(raw, "response");
  const headers = field(response, "headers");
  const status = field(error, "status") ?? field(response, "status");
  const errors = field(response, "errors");
  return {
    status: typeof status === "number" ? status : null,
    codes: Array.isArray(errors) ? errors.flatMap(codesOf) : [],
    header: (name) => (headers instanceof Headers ? headers.get(name) : null),
  };
}

function codesOf(error: unknown): readonly string[] {
  const extensions = field(error, "extensions");
  const codes = [field(extensions, "code"), field(extensions, "type")].filter(
    (code) => typeof code === "string",
  );
  return codes.length > 0 ? codes : ["no code"];
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

// `retry-after` is in seconds, the resets are epoch milliseconds; the later of the budgets that are
// used up counts.
function waitUntil(header: (name: string) => string | null, now: number): number | null {
  const after = Number(header("retry-after"));
  const resets = ["requests", "complexity"]
    .filter((budget) => Number(header(`x-ratelimit-${budget}-remaining`) ?? 1) <= 0)
    .map((budget) => Number(header(`x-ratelimit-${budget}-reset`)));
  const known = [...(after > 0 ? [now + after * 1_000] : []), ...resets].filter(
    (at) => Number.isFinite(at) && at > now,
  );
  // Never longer than any other try waits: one odd header must not put a ticket off for years.
  return known.length > 0 ? Math.min(Math.max(...known), now + EFFECT_RETRY_MAX_MS) : null;
}

function plain(code: string): string {
  return code.replace(/[^\w .-]/g, "?").slice(0, 40);
}
