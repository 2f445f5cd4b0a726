// What the environment means, parsed once at the door. All problems are listed at once, each with
// the setting's name, what is wrong and how to mend it; never with its value, which may be a secret.
import { parseRules } from "./failure/rules.ts";
import type { Rule } from "./failure/rules.ts";
import { HOUR_MS, TOKEN_UNITS_MAX } from "./limits.ts";
import type { SecretEnv } from "./secret-env.ts";
import { splitList } from "./split-list.ts";

export interface Settings {
  readonly linear: LinearSettings | null;
  /** What Linear signs its webhooks with; null: none is taken, and tickets are only read in their time. */
  readonly linearWebhookSecret: string | null;
  readonly accessToken: string | null;
  readonly agentToken: string | null;
  /** Where the aggregator answers, without a slash at its end; null where it is not told. */
  readonly publicUrl: string | null;
  readonly jurisdiction: "eu" | "fedramp" | null;
  /**
   * True where it names no jurisdiction. Nothing may be stored then: it would lie in the wrong place,
   * and under ids that mending the setting changes. The queue keeps the failures meanwhile.
   */
  readonly isMisplaced: boolean;
  readonly settleMs: number;
  /** How long production is watched after a ticket was completed. */
  readonly watchMs: number;
  /** How long something is remembered that was not heard of since. */
  readonly retentionMs: number;
  readonly agentMinCount: number;
  /** What one ticket stands for. */
  readonly ticketPer: "family" | "incident";
  /** New tickets of one producer within a clock hour. */
  readonly ticketsPerHour: number;
  readonly rules: readonly Rule[];
  /** For `POST /explain`: what the tail Worker redacts besides. */
  readonly redactKeys: readonly string[];
  /** Empty, or why tickets wait. Capture and counting go on all the same. */
  readonly problems: readonly string[];
}

export interface LinearSettings {
  readonly apiKey: string;
  readonly apiUrl: string;
  /** Key (`ENG`) or id. */
  readonly team: string;
  /** Id, email or display name; null: tickets are for people. */
  readonly agent: string | null;
  readonly labels: readonly string[];
  readonly project: string | null;
  readonly assignee: string | null;
}

/** Every setting of `outerloop`, as text or number, as wrangler hands them over. */
export type SettingsEnv = SecretEnv & {
  readonly [
    Name in
      | "LINEAR_API_URL"
      | "LINEAR_TEAM"
      | "LINEAR_AGENT"
      | "LINEAR_LABELS"
      | "LINEAR_PROJECT"
      | "LINEAR_ASSIGNEE"
      | "PUBLIC_URL"
      | "JURISDICTION"
      | "SETTLE_SECONDS"
      | "WATCH_HOURS"
      | "RETENTION_DAYS"
      | "AGENT_MIN_COUNT"
      | "TICKET_PER"
      | "TICKETS_PER_HOUR"
      | "RULES"
      | "REDACT_KEYS"
  ]?: unknown;
};

const TOKEN = new RegExp(`^\\S{1,${TOKEN_UNITS_MAX}}$`);
const LINEAR_API_URL = "https://api.linear.app/graphql";
const DEFAULT_LABEL = "production";
const SETTLE_SECONDS = 30;
const WATCH_HOURS = 24;
const RETENTION_DAYS = 90;
const TICKETS_PER_HOUR = 10;

/** Reads the settings; never throws. */
export function readSettings(env: SettingsEnv): Settings {
  const problems: string[] = [];
  const read = createReader(env, problems);
  const linear = {
    apiKey: read.text("LINEAR_API_KEY"),
    apiUrl: read.url("LINEAR_API_URL") ?? LINEAR_API_URL,
    team: read.text("LINEAR_TEAM"),
    agent: read.text("LINEAR_AGENT"),
    labels: read.list("LINEAR_LABELS") ?? [DEFAULT_LABEL],
    project: read.text("LINEAR_PROJECT"),
    assignee: read.text("LINEAR_ASSIGNEE"),
  };
  const { apiKey, team } = linear;
  if (apiKey !== null) {
    read.required("LINEAR_TEAM", 'the key ("ENG") or id of the team for tickets');
    read.required("PUBLIC_URL", 'where outerloop answers ("https://outerloop.example.com")');
  }
  const { rules, problems: ruleProblems } = parseRules(env.RULES);
  problems.push(...ruleProblems);
  const jurisdiction = read.oneOf("JURISDICTION", ["eu", "fedramp"]);
  return {
    linear: apiKey === null || team === null ? null : { ...linear, apiKey, team },
    linearWebhookSecret: read.text("LINEAR_WEBHOOK_SECRET"),
    ...readTokens(read, problems),
    publicUrl: read.url("PUBLIC_URL"),
    jurisdiction,
    isMisplaced: jurisdiction === null && read.isGiven("JURISDICTION"),
    settleMs: (read.number("SETTLE_SECONDS", 0, 86_400) ?? SETTLE_SECONDS) * 1_000,
    watchMs: (read.number("WATCH_HOURS", 0, 720) ?? WATCH_HOURS) * HOUR_MS,
    retentionMs: (read.number("RETENTION_DAYS", 1, 3_650) ?? RETENTION_DAYS) * 24 * HOUR_MS,
    agentMinCount: read.number("AGENT_MIN_COUNT", 1, 1_000_000) ?? 1,
    ticketPer: read.oneOf("TICKET_PER", ["family", "incident"]) ?? "family",
    ticketsPerHour: read.number("TICKETS_PER_HOUR", 1, 1_000) ?? TICKETS_PER_HOUR,
    rules,
    redactKeys: read.list("REDACT_KEYS") ?? [],
    problems,
  };
}

// An agent that has the token of people could do all that they can.
function readTokens(
  read: Reader,
  problems: string[],
): Pick<Settings, "accessToken" | "agentToken"> {
  const accessToken = read.token("ACCESS_TOKEN");
  const agentToken = read.token("AGENT_TOKEN");
  if (agentToken === null || agentToken !== accessToken) return { accessToken, agentToken };
  problems.push(
    "AGENT_TOKEN is the same as ACCESS_TOKEN: it is not taken. Set one that may only read.",
  );
  return { accessToken, agentToken: null };
}

interface Reader {
  /** A text that fits behind "Bearer ": without blanks. */
  token(name: keyof SettingsEnv): string | null;
  text(name: keyof SettingsEnv): string | null;
  list(name: keyof SettingsEnv): readonly string[] | null;
  url(name: keyof SettingsEnv): string | null;
  number(name: keyof SettingsEnv, least: number, most: number): number | null;
  oneOf<Word extends string>(name: keyof SettingsEnv, words: readonly Word[]): Word | null;
  isGiven(name: keyof SettingsEnv): boolean;
  /** Notes a setting that is not given; one that is given wrongly is told of where it is read. */
  required(name: keyof SettingsEnv, what: string): void;
}

function createReader(env: SettingsEnv, problems: string[]): Reader {
  // An empty setting is one that is not set.
  function given(name: keyof SettingsEnv): unknown {
    const value = env[name];
    return typeof value === "string" && value.trim() === "" ? undefined : value;
  }
  function text(name: keyof SettingsEnv): string | null {
    const value = given(name);
    if (value === undefined) return null;
    if (typeof value === "string") return value.trim();
    problems.push(`${name} is not a text: write it in quotes.`);
    return null;
  }
  return {
    text,
    token(name) {
      const value = text(name);
      if (value === null || TOKEN.test(value)) return value;
      problems.push(
        `${name} has a blank in it, or more than ${TOKEN_UNITS_MAX} characters: nobody could send it. Set one without.`,
      );
      return null;
    },
    list(name) {
      const value = text(name);
      return value === null ? null : splitList(value);
    },
    url(name) {
      const value = text(name);
      if (value === null) return null;
      const url = URL.parse(value);
      if (url !== null && /^https?:$/.test(url.protocol)) return url.href.replace(/\/$/, "");
      problems.push(`${name} is not an address: it begins with https:// and names a host.`);
      return null;
    },
    number(name, least, most) {
      const value = given(name);
      if (value === undefined) return null;
      const number = typeof value === "string" ? Number(value) : value;
      if (typeof number === "number" && number >= least && number <= most) return number;
      problems.push(`${name} is not a number from ${least} to ${most}.`);
      return null;
    },
    oneOf(name, words) {
      const value = text(name);
      const word = words.find((known) => known === value?.toLowerCase()) ?? null;
      if (value !== null && word === null) {
        problems.push(`${name} is not one of ${words.join(", ")}: choose one or leave it out.`);
      }
      return word;
    },
    isGiven: (name) => given(name) !== undefined,
    required(name, what) {
      if (given(name) === undefined) problems.push(`${name} is missing: set it to ${what}.`);
    },
  };
}
