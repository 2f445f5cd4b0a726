import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * The id of a ticket, known before it exists: Linear takes a UUID v4 with `issueCreate`
 * (IssueCreateInput.id), so whoever tries again asks for the same ticket and not for a second one.
 * `episode` counts the lives of the ticket key from 1.
 */
export function ticketId(ticketKey: string, episode: number): string {
  const bytes = sha256(utf8ToBytes(`ticket ${ticketKey} ${episode}`)).slice(0, 16);
  // Version and variant bits of RFC 9562, section 5.4: to Linear this is a random UUID.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
