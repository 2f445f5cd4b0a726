// What `npm run doctor` makes of the answer. Pure. The answer is taken for a stranger's: its shape is
// checked, and nothing of it reaches the terminal that a terminal would obey.
import * as z from "zod/mini";
import { failed, ok } from "../src/result.ts";
import type { Result } from "../src/result.ts";
import { layOut } from "./table.ts";

const nullableText = z.nullable(z.string());
const shape = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      status: z.enum(["ok", "warning", "failed", "unknown"]),
      found: z.string(),
      fix: nullableText,
    }),
  ),
  producers: z.array(
    z.object({
      name: z.string(),
      heardAt: z.string(),
      failedAt: nullableText,
      stacks: z.enum(["mapped", "bundled", "unknown"]),
      rejections: z.enum(["seen", "unknown"]),
      rejectedAt: nullableText,
      fix: nullableText,
    }),
  ),
});

/** The answer of `GET /doctor` (src/inspect/doctor.ts), as far as it is printed. */
export type ToldDiagnosis = z.infer<typeof shape>;

const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Where to ask, or why not there. */
export function doctorAddress(url: string): Result<URL, string> {
  if (url.trim() === "") return failed("where? Give --url, or set OUTERLOOP_URL");
  const parsed = URL.parse(url.trim());
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    return failed("--url is not an address: it begins with https:// and names a host");
  }
  if (parsed.username !== "" || parsed.password !== "") {
    return failed("--url holds a name or a password: leave them out");
  }
  if (parsed.protocol === "http:" && !LOCAL.has(parsed.hostname)) {
    return failed("--url begins with http://: the token would travel in the clear. Use https://");
  }
  return ok(new URL(`${parsed.origin}${parsed.pathname.replace(/\/+$/, "")}/doctor`));
}

/** The answer, or why it is none. */
export function readDiagnosis(text: string): Result<ToldDiagnosis, string> {
  const parsed = z.safeParse(shape, parse(text));
  return parsed.success
    ? ok(parsed.data)
    : failed("what answers there is no doctor, or one of another version of outerloop");
}

/** What an answer means that is no diagnosis, in our own words. */
export function refusalText(status: number, text: string): string {
  const error = z.safeParse(z.object({ error: z.object({ code: z.string() }) }), parse(text));
  const code = error.success ? error.data.error.code : null;
  if (code === "locked") {
    return "outerloop has no token: set one with npx wrangler secret put ACCESS_TOKEN, and deploy";
  }
  if (code === "read_only") return "this is the token of AGENT_TOKEN: use that of ACCESS_TOKEN";
  if (status === 401) return "the token is not that of ACCESS_TOKEN there";
  // Behind an address with a path the doctor's stands where a fingerprint should.
  if (status === 404 || code === "bad_fingerprint") {
    return "there is no doctor there: look at the address, and deploy anew";
  }
  if (status >= 300 && status < 400)
    return "that address leads elsewhere: give the one it leads to";
  return `what answers there says HTTP ${status}, and no more: look whether it is outerloop`;
}

/** Tables for people, and below them what to do. */
export function report({ checks, producers }: ToldDiagnosis): string {
  const rows = checks.map(({ status, name, found }) => [status, plain(name), plain(found)]);
  const parts = [layOut(rows)];
  if (producers.length > 0) parts.push(layOut([PRODUCER_HEAD, ...producers.map(producerRow)]));
  const fixes = fixTexts([...checks, ...producers]);
  if (fixes.length > 0) parts.push(["What to do:", ...fixes].join("\n\n"));
  return [...parts, summary(checks, fixes.length > 0)].join("\n\n");
}

/** The same as JSON, with what a terminal would obey written as escapes. */
export function reportJson(diagnosis: ToldDiagnosis): string {
  const escaped = (found: string): string =>
    [...Array(found.length).keys()]
      .map((unit) => `\\u${found.charCodeAt(unit).toString(16).padStart(4, "0")}`)
      .join("");
  return JSON.stringify(diagnosis, null, 2).replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}

const PRODUCER_HEAD = ["producer", "heard of", "failed", "stacks", "unhandled rejections"];

function producerRow(producer: ToldDiagnosis["producers"][number]): readonly string[] {
  const { name, heardAt, failedAt, stacks, rejections, rejectedAt } = producer;
  return [
    plain(name),
    minute(heardAt),
    failedAt === null ? "not so far" : minute(failedAt),
    stacks,
    rejections === "seen"
      ? `seen ${rejectedAt === null ? "" : minute(rejectedAt)}`.trim()
      : "not seen yet",
  ];
}

// Many producers lack the same thing: each thing to do stands once, with the names that it is for.
function fixTexts(
  told: readonly { readonly name: string; readonly fix: string | null }[],
): readonly string[] {
  const namesOf = new Map<string, Set<string>>();
  for (const { name, fix } of told) {
    for (const thing of fix?.split("\n\n") ?? []) {
      namesOf.set(thing, (namesOf.get(thing) ?? new Set()).add(plain(name)));
    }
  }
  return [...namesOf].map(([thing, names]) =>
    [listed([...names]), ...thing.split("\n").map((line) => `  ${plain(line)}`)].join("\n"),
  );
}

const NAMES_SHOWN_MAX = 10;

function listed(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN_MAX;
  return names.slice(0, NAMES_SHOWN_MAX).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function summary(checks: ToldDiagnosis["checks"], isAnythingToDo: boolean): string {
  const counted = (["failed", "unknown", "warning"] as const).flatMap((status) => {
    const count = checks.filter((check) => check.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  if (counted.length > 0) return `Not as it should be: ${counted.join(", ")}.`;
  return isAnythingToDo ? "Nothing failed." : "All is well.";
}

const TEXT_UNITS_MAX = 1_000;

function plain(text: string): string {
  return text.slice(0, TEXT_UNITS_MAX).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}

// Times are ten minutes coarse.
function minute(instant: string): string {
  return plain(instant).replace(/:\d\d\.\d{3}Z$/, "Z");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
