// The faults of the world: one on three routes, a throw with its echo in another Worker, a status
// that tells nothing, and one that stands alone.
import type { Failure } from "../../../src/failure/failure.ts";
import type { FailureMessage } from "../../../src/failure/message.ts";
import { groupKeys } from "../../../src/refine/group.ts";
import { failure } from "../../support/factories.ts";

const CARD = { type: "PaymentError", message: "card declined", frame: "charge@src/pay.ts" };
const LOST = { type: "RangeError", message: "cart <num> is lost" };

const GROUPINGS: readonly Partial<Failure["grouping"]>[] = [
  { ...CARD, route: "GET /orders" },
  { ...CARD, route: "POST /orders" },
  { ...CARD, route: "cron:* * * * *" },
  { ...LOST, producer: "till", route: "Cart GET /items", frame: "items@src/cart.ts" },
  { ...LOST, route: "GET /cart", frame: null },
  { type: "ResponseStatus", route: "GET /stock", frame: null, status: 503 },
  { type: "TypeError", message: "x is not a function", route: "GET /", frame: "x@src/x.ts" },
];

/** One failure of each fault, without a time. */
export const FAULTS: readonly Failure[] = GROUPINGS.map((over) => {
  const grouping = { ...failure().grouping, ...over };
  const reason = grouping.type === "ResponseStatus" ? "status" : "exception";
  return failure({ grouping, reason, ...groupKeys(grouping) });
});

/** A message of one fault. */
export function messageOf(
  fault: Failure,
  id: string,
  at: number,
  version: string | null,
  count: number,
): FailureMessage {
  const tagged = version === null ? null : { id: version, tag: null };
  const { fingerprint } = fault;
  const samples = [{ ...fault, at, version: tagged }] as const;
  return { v: 1, kind: "failure", id, fingerprint, count, firstAt: at, lastAt: at, samples };
}
