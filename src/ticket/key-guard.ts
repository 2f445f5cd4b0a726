// A key that Linear refused is not tried again with every ticket: the guard answers in Linear's stead,
// as Linear did. It knows no clock; the key itself is not kept.
import { KEY_REFUSED_MS } from "../limits.ts";
import { readLinearProblem } from "./linear-problem.ts";
import { readAnswer } from "./linear-answer.ts";

/** What Linear answered before, as the SDK reads answers. */
export class KeyRefused extends Error {
  override readonly name = "KeyRefused";
  readonly response: {
    readonly status: number;
    readonly errors: readonly object[];
    readonly headers: Headers;
  };

  constructor(status: number, waitMs: number) {
    super("the key was refused a while ago");
    const headers = new Headers({ "retry-after": String(Math.ceil(waitMs / 1_000)) });
    const errors = [{ message: this.message, extensions: { code: "AUTHENTICATION_ERROR" } }];
    this.response = { status, errors, headers };
  }
}

export class KeyGuard {
  #refused: { readonly at: number; readonly status: number } | null = null;

  /** The refusal that still stands at `now`, ms since 1970; null: the key may be tried. */
  refusalAt(now: number): KeyRefused | null {
    if (this.#refused === null) return null;
    const { at, status } = this.#refused;
    // A clock that was set back says nothing.
    const isRecent = at <= now && now < at + KEY_REFUSED_MS;
    return isRecent ? new KeyRefused(status, at + KEY_REFUSED_MS - now) : null;
  }

  /** Takes note of what a request failed with. */
  failed(error: unknown, now: number): void {
    if (readLinearProblem(error, now).kind !== "unauthorized") return;
    this.#refused = { at: now, status: readAnswer(error).status ?? 200 };
  }

  /** Linear took the key. */
  succeeded(): void {
    this.#refused = null;
  }
}
