// What the doctor says: from facts to a check for each setting, with what was found and what to do.
// Pure; examine.ts gathers the facts.
import { REJECTION_LINE } from "../failure/unhandled-rejection.ts";
import { HEARD_ROW_MS } from "../limits.ts";
import type { Known } from "../producer/heard.ts";
import type { Settings } from "../settings.ts";
import { failed, fine, unknown, warning } from "./check.ts";
import type { Check } from "./check.ts";
import { linearChecks } from "./doctor-linear.ts";
import type { LinearFacts } from "./doctor-linear.ts";
import { iso, isoOrNull } from "../iso.ts";

export interface ProducerCheck {
  readonly name: string;
  /** ISO 8601 in UTC, as all instants; ten minutes coarse. */
  readonly heardAt: string;
  readonly failedAt: string | null;
  readonly stacks: "mapped" | "bundled" | "unknown";
  /** Whether a rejection that nobody handled was ever told: the runtime hides them. */
  readonly rejections: "seen" | "unknown";
  readonly rejectedAt: string | null;
  /** What to do; an empty line between two things, and code on a line of its own. */
  readonly fix: string | null;
}

export interface Diagnosis {
  /** False where a check failed. */
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly producers: readonly ProducerCheck[];
}

/** What the doctor goes by; null for what could not be read. */
export interface Facts extends LinearFacts {
  readonly settings: Pick<
    Settings,
    "problems" | "publicUrl" | "agentToken" | "linear" | "linearWebhookSecret"
  >;
  /** What keeps tickets, a line each. */
  readonly ticketProblems: readonly string[] | null;
  /** Incidents that wait for the budget of their producer. */
  readonly waiting: number | null;
  readonly deadLetters: number | null;
  readonly known: readonly Known[] | null;
}

/** The whole diagnosis. */
export function diagnose(facts: Facts): Diagnosis {
  const { settings, known } = facts;
  const checks = [
    ...settings.problems.map(settingProblem),
    ...tokens(settings),
    ...linearChecks(settings.linear, facts),
    webhook(facts),
    ...tickets(facts),
    queue(known),
    deadLetters(facts.deadLetters),
    producersHeard(known),
  ];
  return {
    ok: checks.every(({ status }) => status !== "failed"),
    checks,
    producers: (known ?? []).filter(({ kind }) => kind === "producer").map(producerCheck),
  };
}

function settingProblem(problem: string): Check {
  const name = /^[A-Z][A-Z_]+(?:\[\d+\])?/.exec(problem)?.[0] ?? "settings";
  const fix = `Mend ${name} under [vars] in wrangler.toml, or with npx wrangler secret put, and deploy.`;
  return failed(name, problem, fix);
}

function tokens({ publicUrl, agentToken }: Facts["settings"]): readonly Check[] {
  return [
    ...(publicUrl === null ? [] : [fine("PUBLIC_URL", `links lead to ${publicUrl}`)]),
    // Whoever reads this was let in with it.
    fine("ACCESS_TOKEN", "set"),
    fine("AGENT_TOKEN", agentToken === null ? "not set: nobody has leave to read only" : "set"),
  ];
}

function webhook({ settings, known }: Facts): Check {
  const name = "LINEAR_WEBHOOK_SECRET";
  if (settings.linearWebhookSecret === null) {
    return fine(name, "not set: the states of tickets are read when they matter, and hourly");
  }
  if (known === null) return unknown(name, "set; the index did not answer", ASK_AGAIN);
  const lastAt = heardLast(known, "webhook");
  if (lastAt !== null) return fine(name, `set; a webhook was accepted last at ${coarse(lastAt)}`);
  const fix =
    "In Linear, make a webhook for issues as docs/linear.md says, with this secret, and change an issue.";
  return unknown(name, "set; no webhook was accepted so far", fix);
}

function tickets({ ticketProblems, waiting }: Facts): readonly Check[] {
  const name = "tickets";
  if (ticketProblems === null || waiting === null) return [unread(name)];
  if (ticketProblems.length > 0) {
    const fix = "Mend what the text names; nothing is lost, each is tried again within the hour.";
    return ticketProblems.map((found) => failed(name, found, fix));
  }
  if (waiting === 0) return [fine(name, "nothing keeps any")];
  const found = `${waiting} ${waiting === 1 ? "incident waits" : "incidents wait"} for the budget of a producer`;
  const fix =
    "Look at the storm ticket and at the last deploy; TICKETS_PER_HOUR is the budget, and POST /incidents/:fingerprint/ticket needs none.";
  return [warning(name, found, fix)];
}

function queue(known: readonly Known[] | null): Check {
  if (known === null) return unread("queue");
  const lastAt = heardLast(known, "queue");
  if (lastAt !== null) return fine("queue", `a batch was taken in last at ${coarse(lastAt)}`);
  const fix =
    "Deploy both Workers (npm run deploy), add the tail consumer to a producer, deploy that, and send it a request.";
  return warning("queue", "no batch was taken in so far", fix);
}

function deadLetters(count: number | null): Check {
  if (count === null) return unread("dead letters");
  if (count === 0) return fine("dead letters", "none");
  const found = `${count} ${count === 1 ? "message" : "messages"} could not be taken in`;
  const fix =
    'In Cloudflare\'s dashboard, under Durable Objects, DeadLetterDO, look at the table "letter" of the object "dead-letters": `reason` says why, `queue` and `sent_at` where from and when.';
  return warning("dead letters", found, fix);
}

function producersHeard(known: readonly Known[] | null): Check {
  if (known === null) return unread("producers");
  const count = known.filter(({ kind }) => kind === "producer").length;
  if (count > 0) return fine("producers", `${count} heard of`);
  const fix =
    'Add [[tail_consumers]] with service = "outerloop-tail" to the wrangler.toml of a producer, deploy it, and send it a request.';
  return warning("producers", "none was heard of so far", fix);
}

/** The check of what an object of ours did not tell. */
function unread(name: string): Check {
  return failed(name, "its Durable Object did not answer", ASK_AGAIN);
}

const ASK_AGAIN =
  "Ask again; if it stays so, look at what outerloop logs: npx wrangler tail outerloop.";

function producerCheck({ name, at, facts }: Known): ProducerCheck {
  const { mapped, bundled, rejected } = facts;
  // Times are coarse, so of two that are this close none is the later.
  const isMapped = mapped !== null && (bundled === null || mapped + HEARD_ROW_MS >= bundled);
  const stacks = isMapped ? "mapped" : bundled === null ? "unknown" : "bundled";
  const fixes = [
    ...(stacks === "bundled" ? [MAP_STACKS] : []),
    ...(rejected === null ? [TELL_REJECTIONS] : []),
  ];
  return {
    name,
    heardAt: iso(at),
    failedAt: isoOrNull(facts.failed),
    stacks,
    rejections: rejected === null ? "unknown" : "seen",
    rejectedAt: isoOrNull(rejected),
    fix: fixes.length === 0 ? null : fixes.join("\n\n"),
  };
}

const MAP_STACKS =
  "Deploy it with its source maps: upload_source_maps = true in its wrangler.toml (the default from wrangler 4.150 on).";

const TELL_REJECTIONS = `No unhandled rejection was seen yet, and the runtime hides them. Unless it is there, add this line at the top level of its entry:\n${REJECTION_LINE}`;

function heardLast(known: readonly Known[], kind: Known["kind"]): number | null {
  const instants = known.filter((one) => one.kind === kind).map(({ at }) => at);
  return instants.length === 0 ? null : Math.max(...instants);
}

// Who has just tried it would else take the instant for that of an older one.
function coarse(at: number): string {
  return `${iso(at)}, noted every ${HEARD_ROW_MS / 60_000} minutes at most`;
}
