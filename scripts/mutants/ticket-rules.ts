// Rules of what a ticket says, how it contains what others wrote, and who gets it (design 4.6).
import type { Mutant } from "./mutant.ts";

const CONTAINED: Mutant["tests"] = ["test/ticket/containment.test.ts"];
const CORPUS: Mutant["tests"] = ["test/ticket/containment-corpus.test.ts"];
const CODE: Mutant["tests"] = ["test/ticket/contain.test.ts"];
const GIVEN: Mutant["tests"] = ["test/ticket/delegate.test.ts"];
const JUDGED: Mutant["tests"] = ["test/ticket/judge-incident.test.ts"];
const SAID: Mutant["tests"] = ["test/ticket/render.test.ts"];
const KINDS: Mutant["tests"] = ["test/ticket/render-kinds.test.ts"];
const PREVIEWED: Mutant["tests"] = ["test/inspect/preview.test.ts"];

export const TICKET_RULES: readonly Mutant[] = [
  {
    rule: "A fence is longer than any run of backticks in it.",
    file: "src/ticket/contain.ts",
    find: '"`".repeat(Math.max(3, longestRun(shown) + 1))',
    replace: '"`".repeat(3)',
    tests: CODE,
  },
  {
    rule: "Inline code has more backticks than any run in it.",
    file: "src/ticket/contain.ts",
    find: '"`".repeat(longestRun(line) + 1)',
    replace: '"`"',
    tests: CORPUS,
  },
  {
    rule: "Inline code stands on one line.",
    file: "src/ticket/contain.ts",
    find: "withoutLongRuns(oneLine(text))",
    replace: "withoutLongRuns(sanitize(text))",
    tests: CODE,
  },
  {
    rule: "No run of backticks is longer than every reader of Markdown bears.",
    file: "src/ticket/contain.ts",
    find: "text.replace(LONG_RUN,",
    replace: 'text.replace("\\u0000",',
    tests: CODE,
  },
  {
    rule: "An agent that has a ticket loses it where its text is held back.",
    file: "src/incident/ticket-answer.ts",
    find: 'if (whose === "people") return takeFromAgent(put, known, at);',
    replace: "",
    tests: ["test/ticket/held-back-later.test.ts"],
  },
  {
    rule: "An agent that works on it loses it as well.",
    file: "src/ticket/perform-agent.ts",
    find: 'why === "heldBack" ? null : await',
    replace: "await",
    tests: ["test/ticket/held-back-later.test.ts"],
  },
  {
    rule: "A link names no route that tries to instruct.",
    file: "src/ticket/links.ts",
    find: "isHarmless(route) ? plainRoute(route) : null",
    replace: "plainRoute(route)",
    tests: ["test/ticket/held-back-later.test.ts"],
  },
  {
    rule: "The comment beside people's words holds nothing that is held back.",
    file: "src/ticket/notes.ts",
    find: "isHeldBack ? trustedSection(state) : knownSection(state)",
    replace: "knownSection(state)",
    tests: ["test/ticket/held-back-later.test.ts"],
  },
  {
    rule: "A storm lists no words that try to instruct.",
    file: "src/ticket/storm.ts",
    find: "isHarmless(`${type} ${route}`)",
    replace: "type.length >= 0",
    tests: ["test/ticket/held-back-later.test.ts"],
  },
  {
    rule: "What was thrown before an invocation was ended is told as what it is.",
    file: "src/ticket/kind.ts",
    find: "isOfTheEnd(sample) ?",
    replace: 'sample.outcome !== "" ?',
    tests: ["test/ticket/render-kinds.test.ts"],
  },
  {
    rule: "What cannot be seen is taken out of a fence.",
    file: "src/ticket/contain.ts",
    find: "withoutLongRuns(sanitize(text))",
    replace: "withoutLongRuns(text)",
    tests: CODE,
  },
  {
    rule: "A route is in a title only where it is made of plain characters.",
    file: "src/ticket/title.ts",
    find: "return plainWord(shortRoute(route), ROUTE);",
    replace: "return shortRoute(route);",
    tests: CONTAINED,
  },
  {
    rule: "A title shows two words of a path at most.",
    file: "src/ticket/title.ts",
    find: "segments.length > PATH_WORDS_MAX",
    replace: "segments.length > 99",
    tests: ["test/ticket/title.test.ts"],
  },
  {
    rule: "A type is named in code, never as text.",
    file: "src/ticket/render.ts",
    find: "type: inlineCode(type),",
    replace: "type,",
    tests: CORPUS,
  },
  {
    rule: "What is held back shows nothing that others wrote.",
    file: "src/ticket/render.ts",
    find: "isHeldBack ? heldBack(state, options) : whole(state, kind, options)",
    replace: "whole(state, kind, options)",
    tests: KINDS,
  },
  {
    rule: "The title of what is held back names the producer alone.",
    file: "src/ticket/render.ts",
    find: "isHeldBack ? heldBackTitle(state.grouping) : ticketTitle(state.grouping)",
    replace: "ticketTitle(state.grouping)",
    tests: KINDS,
  },
  {
    rule: "A version that is live and fails is not told as sound.",
    file: "src/ticket/known-facts.ts",
    find: "failing.every(({ version }) => version.id !== id)",
    replace: "failing.length >= 0 && id.length > 0",
    tests: [...SAID, ...KINDS],
  },
  {
    rule: "Each value stands on a line of its own, so that none looks like a name.",
    file: "src/ticket/known-facts.ts",
    find: "oneLine(value).slice(0, unitsMax)",
    replace: "value.slice(0, unitsMax)",
    tests: [...SAID, ...KINDS],
  },
  {
    rule: "What is held back goes to a person, whatever a rule says.",
    file: "src/ticket/delegate.ts",
    find: "...(isHeldBack ?",
    replace: "...(isHeldBack && says.agent === undefined ?",
    tests: GIVEN,
  },
  {
    rule: "A failure of the platform goes to a person.",
    file: "src/ticket/delegate.ts",
    find: "...(isPlatform(state) ?",
    replace: "...(isPlatform(state) && !hasAgent ?",
    tests: GIVEN,
  },
  {
    rule: "What is counted together beyond the cap goes to a person.",
    file: "src/ticket/delegate.ts",
    find: "...(isOverflow(state.grouping) ?",
    replace: "...(isOverflow(state.grouping) && !hasAgent ?",
    tests: GIVEN,
  },
  {
    rule: "What has no frame of its own code goes to a person.",
    file: "src/ticket/delegate.ts",
    find: "...(state.grouping.frame === null ?",
    replace: "...(state.grouping.frame === null && !hasAgent ?",
    tests: GIVEN,
  },
  {
    rule: "AGENT_MIN_COUNT counts what follows as well.",
    file: "src/ticket/delegate.ts",
    find: "totalCount(state) < policy.agentMinCount",
    replace: "state.count < policy.agentMinCount",
    tests: GIVEN,
  },
  {
    rule: "The routes of what follows are judged as the ticket's own text is.",
    file: "src/ticket/judge-incident.ts",
    find: "[...routes, ...followers].map",
    replace: "[...routes, ...followers.slice(0, 5)].map",
    tests: JUDGED,
  },
  {
    rule: "Only what is over the line holds a ticket back.",
    file: "src/ticket/judge-incident.ts",
    find: "score >= QUARANTINE_LINE",
    replace: "score >= 0",
    tests: JUDGED,
  },
  {
    rule: "The preview makes one ticket for each fingerprint.",
    file: "src/inspect/preview.ts",
    find: "Map.groupBy(failures, ({ fingerprint }) => fingerprint)",
    replace: "Map.groupBy(failures, (failure) => failure as unknown as string)",
    tests: PREVIEWED,
  },
];
