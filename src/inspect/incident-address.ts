// The addresses at which one incident is looked at.
import { FINGERPRINT } from "../failure/decode.ts";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";

/** What of an incident is asked for. */
export type IncidentPart = "incident" | "packJson" | "packMarkdown" | "samples" | "timeline";

interface Asked {
  readonly fingerprint: string;
  readonly part: IncidentPart;
}

// What is asked for, by what stands behind the fingerprint.
const PARTS: ReadonlyMap<string, IncidentPart> = new Map([
  ["", "incident"],
  [".json", "packJson"],
  [".md", "packMarkdown"],
  ["/samples", "samples"],
  ["/timeline", "timeline"],
]);

/** The incident and the part of it that a path asks for, or the code of what is wrong with the path. */
export function readAddress(pathname: string): Result<Asked, "unknown_route" | "bad_fingerprint"> {
  const [, fingerprint = "", behind = ""] =
    /^\/incidents\/([^/.]+)(\.[^/]*|\/[^/]+)?\/*$/.exec(pathname) ?? [];
  const part = PARTS.get(behind);
  if (fingerprint === "" || part === undefined) return failed("unknown_route");
  return FINGERPRINT.test(fingerprint) ? ok({ fingerprint, part }) : failed("bad_fingerprint");
}

/** What may stand behind a fingerprint to look at the incident; nothing at all comes last. */
export const LOOKS = [...PARTS.keys()].toReversed();

/** The part that an incident's object is asked for; any other address, that of an action, means all. */
export function partAsked(pathname: string): IncidentPart {
  const asked = readAddress(pathname);
  return asked.ok ? asked.value.part : "incident";
}
