// Parts of a grouping -> key, the same on both sides of the queue. refine is synchronous, so crypto.subtle is out; @noble/hashes costs no
// cold start, where node:crypto took about 5 ms once (docs/decisions/0003-fingerprint-digest.md).
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The way of grouping. A change of what the parts are or how they are made takes a new one. */
export const GROUPING_VERSION = "v1";

type Parts = readonly (string | number | null)[];

/** `v1-` and the first 128 bits of SHA-256 over the parts. */
export function digestParts(parts: Parts): string {
  return `${GROUPING_VERSION}-${bytesToHex(sha256(utf8ToBytes(encodeParts(parts))).subarray(0, 16))}`;
}

/** A number from 0 up to 1 that is the same for the same parts: chance without chance. */
export function shareOf(parts: Parts): number {
  const bytes = sha256(utf8ToBytes(encodeParts(parts)));
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
}

/** Each part with its length before it, so that no two lists of parts give the same text. */
export function encodeParts(parts: Parts): string {
  let text = "";
  for (const part of parts) {
    const word = String(part);
    text += part === null ? "-" : `${word.length}:${word}`;
  }
  return text;
}
