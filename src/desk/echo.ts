// A throw that crosses a service binding or a Durable Object fails twice: where it was thrown, with
// frames, and as an echo at the caller, with the same words and without them. Words alone would
// make "Network connection lost" of one Worker swallow that of all others for good; so an echo must
// also have come when the other half came, and not much more often.
import type { Claim } from "../incident/claim.ts";
import { ECHO_COUNT_FACTOR, ECHO_COUNT_SLACK, ECHO_WITHIN_MS } from "../limits.ts";

/** A claim with frames, as its incident stood when it claimed last. */
export interface FramedClaim {
  readonly fingerprint: string;
  readonly ticketKey: string;
  /** Who owns that ticket key now. */
  readonly owner: string | null;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
}

type Half = Pick<Claim, "firstAt" | "lastAt" | "count">;

/**
 * Whose echo a claim is, among claims of the same echo key: the one that began nearest to it, if
 * its ticket key has an owner to follow. Null where it is nobody's.
 */
export function heardFrom(
  claim: Claim,
  framed: readonly FramedClaim[],
): (FramedClaim & { readonly owner: string }) | null {
  if (claim.hasFrame || claim.isAlone) return null;
  const away = ({ firstAt }: FramedClaim): number => Math.abs(firstAt - claim.firstAt);
  const [nearest] = framed
    .filter((half): half is FramedClaim & { readonly owner: string } => half.owner !== null)
    .filter(({ owner }) => owner !== claim.fingerprint && owner !== claim.orphanOf)
    .filter((half) => half.ticketKey !== claim.ticketKey && isEchoOf(claim, half))
    .toSorted((a, b) => away(a) - away(b) || (a.fingerprint < b.fingerprint ? -1 : 1));
  return nearest ?? null;
}

/** Whether the times and the counts of two halves fit one throw. */
export function isEchoOf(echo: Half, framed: Half): boolean {
  const isOfOneStart = Math.abs(echo.firstAt - framed.firstAt) <= ECHO_WITHIN_MS;
  // On a further route of the caller an echo begins later, but never outside of the throw's times.
  const isWithin =
    echo.firstAt >= framed.firstAt - ECHO_WITHIN_MS &&
    echo.lastAt <= framed.lastAt + ECHO_WITHIN_MS;
  // A throw has one echo at most. Whatever fails more often than that has a cause of its own.
  const isNoMore = echo.count <= framed.count * ECHO_COUNT_FACTOR + ECHO_COUNT_SLACK;
  return (isOfOneStart || isWithin) && isNoMore;
}
