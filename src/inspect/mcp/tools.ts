// The tools of /mcp: each asks one address of the API and changes nothing. Their words are ours and
// the same for everybody: a client shows them to a model as part of its instructions.
import type { McpServer } from "@modelcontextprotocol/server";
// oxlint-disable-next-line no-restricted-imports -- the SDK brings the whole zod, and wants it: the small one tells no JSON schema
import * as z from "zod";
import { FINGERPRINT } from "../../failure/decode.ts";
import { LIST_MAX, LIST_TEXT_UNITS_MAX } from "../../limits.ts";
import { PHASES, SORTS } from "../read-list.ts";
import type { ToolResult } from "./result.ts";

/** Asks an address of the API, as whoever asked /mcp. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;
/** Makes the result of a call of what the API answers to it. */
export type Tell = (asked: Promise<Response>) => Promise<ToolResult>;

// An open world: not that anybody is called, but that strangers wrote what is read.
const READS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

/** The query of GET /incidents: what stands here is passed on under its name. */
const LIST = z.strictObject({
  producer: z.string().optional().describe("The Worker that failed, as its name is written."),
  phase: z.enum(PHASES).optional().describe("Where its incident stands."),
  type: z.string().optional().describe("The type of what was thrown, as it is written."),
  text: z
    .string()
    .max(LIST_TEXT_UNITS_MAX)
    .optional()
    .describe("A part of type, route or message, in any case."),
  from: z
    .string()
    .optional()
    .describe("Failed last at this instant or later: ISO 8601 with a zone."),
  to: z.string().optional().describe("Failed last before this instant."),
  sort: z
    .enum(SORTS)
    .optional()
    .describe("By the last failure (so where it is left out), the first one, or the count."),
  cursor: z
    .string()
    .optional()
    .describe("What the answer before gave as `next`, with the same filters and sort."),
  limit: z
    .int()
    .min(1)
    .max(LIST_MAX)
    .optional()
    .describe(`How many, at most: from 1 to ${LIST_MAX}, 50 where it is left out.`),
});

const READ = z.strictObject({
  fingerprint: z
    .string()
    .regex(FINGERPRINT, "is 'v1-' and 32 hex digits")
    .describe("The fingerprint of the incident, as in the list and on its ticket."),
});

const EXPLAIN = z.strictObject({
  traces: z
    .string()
    .describe("Traces as text: one JSON a line, a JSON array, or what `wrangler tail` prints."),
});

/** Adds every tool to `server`. */
export function addTools(server: McpServer, ask: Ask, tell: Tell): void {
  server.registerTool(
    "list_incidents",
    {
      title: "List incidents",
      description:
        "The incidents that outerloop knows, filtered and in pages, those that failed last first: fingerprint, producer, route, type and message of each, how often and when it failed, its phase and its ticket. Changes nothing.",
      inputSchema: LIST,
      annotations: READS,
    },
    (args) => tell(ask(`/incidents?${queryOf(args)}`)),
  );
  server.registerTool(
    "read_incident",
    {
      title: "Read one incident",
      description:
        "The evidence of one incident as it is now, as Markdown: whether it still happens, why its failures are one incident, frames, samples, versions and counts, what happened to it, its ticket or why it has none, and how to reproduce it. Changes nothing.",
      inputSchema: READ,
      annotations: READS,
    },
    ({ fingerprint }) => tell(ask(evidencePath(fingerprint))),
  );
  server.registerTool(
    "explain",
    {
      title: "Explain traces",
      description:
        "What outerloop makes of traces of a Cloudflare Worker that you have at hand: which parts are failures and why, cleaned of secrets, with the grouping and fingerprint of each. Stores nothing.",
      inputSchema: EXPLAIN,
      annotations: READS,
    },
    ({ traces }) => tell(ask("/explain", { method: "POST", body: traces })),
  );
}

/** The arguments of a tool as a query; what was left out is left out. */
export function queryOf(args: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

/** Where the evidence of an incident is, for an agent. */
export function evidencePath(fingerprint: string): string {
  return `/incidents/${fingerprint}.md`;
}
