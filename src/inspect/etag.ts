// Who polls may send what it has: an answer that is still the same costs a line and no body.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { ETAGS_UNITS_MAX } from "../limits.ts";

const TAG_DIGITS = 32;

/** The tag of a body: the same for the same text (RFC 9110, 8.8.3). */
export function etagOf(body: string): string {
  return `"${bytesToHex(sha256(utf8ToBytes(body))).slice(0, TAG_DIGITS)}"`;
}

/** Whether an `If-None-Match` names the tag (RFC 9110, 13.1.2); what is too long or odd does not. */
export function namesTag(header: string | null, tag: string): boolean {
  if (header === null || header.length > ETAGS_UNITS_MAX) return false;
  const named = header.split(",").map((one) => one.trim());
  // Cloudflare weakens a tag where it compresses what it tags.
  return named.some((one) => one === "*" || one === tag || one === `W/${tag}`);
}

/** A good answer with its tag, or 304 without a body where who asks has it already. */
export async function tagged(response: Response, asked: Request): Promise<Response> {
  if (response.status !== 200) return response;
  const body = await response.text();
  const headers = new Headers(response.headers);
  const tag = etagOf(body);
  headers.set("etag", tag);
  if (!namesTag(asked.headers.get("if-none-match"), tag)) return new Response(body, { headers });
  headers.delete("content-type");
  return new Response(null, { status: 304, headers });
}
