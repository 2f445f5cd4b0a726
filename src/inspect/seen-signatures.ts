import { WEBHOOK_REMEMBERED_MS, WEBHOOKS_REMEMBERED_MAX } from "../limits.ts";

/** The signatures of webhooks that were taken a short while ago; of too many, the latest. */
export class SeenSignatures {
  /** Until when each is known, ms since 1970; in the order in which they were taken. */
  readonly #untilOf = new Map<string, number>();

  has(signature: string, at: number): boolean {
    return (this.#untilOf.get(signature) ?? 0) > at;
  }

  add(signature: string, at: number): void {
    this.#untilOf.delete(signature);
    this.#untilOf.set(signature, at + WEBHOOK_REMEMBERED_MS);
    if (this.#untilOf.size <= WEBHOOKS_REMEMBERED_MAX) return;
    const [oldest] = this.#untilOf.keys();
    if (oldest !== undefined) this.#untilOf.delete(oldest);
  }
}
