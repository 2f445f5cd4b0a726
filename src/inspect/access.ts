import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { TOKEN_UNITS_MAX } from "../limits.ts";
import type { Settings } from "../settings.ts";
import type { Access } from "./withhold.ts";

const BEARER = new RegExp(`^Bearer +(\\S{1,${TOKEN_UNITS_MAX}})$`, "i");

/** Compares the bearer token with both tokens of the settings, in constant time. */
export function accessOf(
  request: Request,
  settings: Pick<Settings, "accessToken" | "agentToken">,
): Access {
  if (settings.accessToken === null && settings.agentToken === null) return "locked";
  const sent = BEARER.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  // Both are compared always, and a missing token costs the same as a wrong one.
  const isFull = sameToken(sent, settings.accessToken);
  const isAgent = sameToken(sent, settings.agentToken);
  if (isFull) return "full";
  return isAgent ? "read" : "none";
}

// Digests have one length, whatever was sent, so neither content nor length shows in the time.
function sameToken(sent: string, expected: string | null): boolean {
  const one = sha256(utf8ToBytes(sent));
  const other = sha256(utf8ToBytes(expected ?? ""));
  const same = crypto.subtle.timingSafeEqual(one, other);
  return same && expected !== null;
}
