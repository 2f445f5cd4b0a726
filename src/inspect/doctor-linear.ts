// The doctor's checks of what the settings name in Linear.
import type { LinearSettings } from "../settings.ts";
import type {
  LinearExamination,
  LinearUser,
  Looked,
  RuleName,
} from "../ticket/linear-examination.ts";
import { failed, fine, unknown, warning } from "./check.ts";
import type { Check } from "./check.ts";

const KEY = "LINEAR_API_KEY";

/** What the checks go by. */
export interface LinearFacts {
  /** Whether LINEAR_API_KEY is set: without a team there are no settings for Linear. */
  readonly isKeyGiven: boolean;
  /** Null where there are no settings for Linear. */
  readonly linear: LinearExamination | null;
}

/** A check for each setting of Linear's, those that are not set among them. */
export function linearChecks(
  settings: Pick<LinearSettings, "labels" | "agent"> | null,
  { isKeyGiven, linear }: LinearFacts,
): readonly Check[] {
  if (!isKeyGiven) return [NO_KEY];
  if (settings === null || linear === null) return [NOT_TRIED];
  const { labels, agent } = settings;
  const named = (name: string, looked: Looked<string> | null): Check =>
    check(name, looked, (value) => fine(name, `found: ${value}`));
  return [
    check(KEY, linear.key, ofKey),
    named("LINEAR_TEAM", linear.team),
    check("states", linear.states, ofStates),
    check("LINEAR_AGENT", linear.agent, (user) => ofAgent("LINEAR_AGENT", user)),
    ofSessions(linear.sessions, agent !== null),
    check("LINEAR_LABELS", linear.labels, (missing) => ofLabels(labels, missing)),
    named("LINEAR_PROJECT", linear.project),
    check("LINEAR_ASSIGNEE", linear.assignee, ofAssignee),
    ...linear.rules.map(ofRule),
  ];
}

const NO_KEY = warning(
  KEY,
  "not set: tickets are drafted and shown, not sent",
  `Make a key in Linear's settings and set it: npx wrangler secret put ${KEY}.`,
);

const NOT_TRIED = unknown(
  KEY,
  "set, but not tried: LINEAR_TEAM is not right",
  "Set LINEAR_TEAM first, deploy, and ask again.",
);

/** What a setting means that is not set. */
const NOT_SET: Readonly<Record<string, string>> = {
  LINEAR_AGENT: "not set: tickets are for people",
  LINEAR_PROJECT: "not set: tickets are in no project",
  LINEAR_ASSIGNEE: "not set: nobody is accountable for tickets",
};

function check<Value>(
  name: string,
  looked: Looked<Value> | null,
  judge: (value: Value) => Check,
): Check {
  if (looked === null) return fine(name, NOT_SET[name] ?? "not set");
  switch (looked.kind) {
    case "found":
      return judge(looked.value);
    case "unnamed":
      return failed(name, looked.problem, choose(name, looked.detail));
    case "skipped":
      return unknown(
        name,
        "not tried: the team could not be looked up",
        "See to LINEAR_TEAM first.",
      );
    case "unauthorized":
      return failed(name, looked.problem, name === KEY ? NEW_KEY : KEY_FIRST);
    case "forbidden":
    case "refused":
      return failed(name, looked.problem, name === KEY ? NEW_KEY : MAY_NOT);
    case "ratelimited":
      return unanswered(name, looked.problem, NEXT_HOUR);
    case "unreachable":
    case "broken":
      return unanswered(name, looked.problem, LATER);
  }
}

// Without an answer to the first question there are no tickets now; the others just cannot say.
function unanswered(name: string, problem: string, fix: string): Check {
  return name === KEY ? failed(name, problem, fix) : unknown(name, problem, fix);
}

const NEW_KEY = `Make a key in Linear's settings that may read and write, and set it: npx wrangler secret put ${KEY}.`;
const KEY_FIRST = `Mend ${KEY} first.`;
const MAY_NOT = `Give the key of ${KEY} leave to read and write, or make another one.`;
const LATER =
  "Ask again in some minutes. Tickets wait meanwhile, and none is lost. If it stays so, look at LINEAR_API_URL.";

const NEXT_HOUR =
  "Ask again within the hour. Tickets wait meanwhile, and none is lost. If it stays so, look for what else uses this key.";

function choose(name: string, detail: string | null): string {
  return detail === null
    ? `Set ${name} to an id or a name that the key's owner sees in Linear.`
    : `Set ${name} to one that there is: ${detail}.`;
}

function ofKey({ name, isApp }: LinearUser): Check {
  return fine(KEY, `works: it is the key of ${name}${isApp ? ", an app" : ""}`);
}

/** Linear's types of states that tickets are moved between, by what they are needed for. */
const NEEDED_STATES = [
  ["opened again", ["unstarted", "backlog"]],
  ["completed", ["completed"]],
  ["canceled", ["canceled"]],
] as const;

function ofStates(types: readonly string[]): Check {
  const missing = NEEDED_STATES.filter(([, any]) => !any.some((type) => types.includes(type)));
  if (missing.length === 0) return fine("states", "the team has those that tickets need");
  const kinds = missing.map(([, any]) => any.join(" or ")).join(", ");
  return failed(
    "states",
    `the team has no state of the type ${kinds}: no ticket can be ${missing.map(([what]) => what).join(" or ")}`,
    "In Linear, add such a state to the workflow of the team.",
  );
}

function ofAgent(name: string, { name: agent, isApp, isActive, takesSessions }: LinearUser): Check {
  if (!isApp) {
    const fix = `Set ${name} to an agent, which is an app user of the workspace; people belong into LINEAR_ASSIGNEE.`;
    return failed(name, `${agent} is a person: nothing can be delegated to people`, fix);
  }
  if (!isActive) {
    return failed(
      name,
      `${agent} is not active`,
      "Activate it in Linear's settings, or set another.",
    );
  }
  if (!takesSessions) {
    const fix = "Install the app anew with leave for app:assignable, or set another.";
    return failed(
      name,
      `${agent} takes no agent sessions: a ticket would wait for it in vain`,
      fix,
    );
  }
  return fine(name, `${agent} can be delegated to`);
}

function ofSessions(looked: Looked<null>, isNeeded: boolean): Check {
  const name = "agent sessions";
  const told = check(name, looked, () => fine(name, "can be read"));
  // They tell whether an agent began; without an agent nobody asks.
  return told.status === "failed" && !isNeeded ? { ...told, status: "warning" } : told;
}

function ofAssignee({ name, isApp, isActive }: LinearUser): Check {
  const setting = "LINEAR_ASSIGNEE";
  if (isApp) {
    const fix = "Set it to a person; what does the work belongs into LINEAR_AGENT.";
    return failed(setting, `${name} is an agent, and the assignee is accountable`, fix);
  }
  return isActive
    ? fine(setting, `found: ${name}`)
    : failed(setting, `${name} is not active`, "Set it to somebody who is.");
}

function ofLabels(wanted: readonly string[], missing: readonly string[]): Check {
  const name = "LINEAR_LABELS";
  if (wanted.length === 0) return fine(name, "none wanted");
  return missing.length === 0
    ? fine(name, "all are there")
    : fine(name, `will be made with the first ticket: ${missing.join(", ")}`);
}

function ofRule(rule: RuleName): Check {
  const says = (told: Check): Check => ({
    ...told,
    name: "RULES",
    found: `${rule.what} ${rule.name}: ${told.found}`,
  });
  return rule.what === "team"
    ? says(check("RULES", rule.looked, (team) => fine("RULES", `found: ${team}`)))
    : says(check("RULES", rule.looked, (agent) => ofAgent("RULES", agent)));
}
