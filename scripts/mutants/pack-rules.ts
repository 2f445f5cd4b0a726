// Rules of the evidence pack: what it says, how it contains what others wrote, what it withholds.
import type { Mutant } from "./mutant.ts";

const SAID: Mutant["tests"] = ["test/inspect/pack.test.ts"];
const CONTAINED: Mutant["tests"] = ["test/inspect/pack-containment.test.ts"];
const BOUNDED: Mutant["tests"] = ["test/inspect/pack-size.test.ts"];
const ADDRESSED: Mutant["tests"] = ["test/inspect/incident-address.test.ts"];
const ASKED: Mutant["tests"] = ["test/workerd/pack.test.ts"];

export const PACK_RULES: readonly Mutant[] = [
  {
    rule: "Who did something is marked as data in a pack.",
    file: "src/inspect/pack/pack.ts",
    find: "what: entry.what,",
    replace: 'what: `${entry.what} by ${entry.by ?? ""}`,',
    tests: CONTAINED,
  },
  {
    rule: "A sample stands in a fence.",
    file: "src/inspect/pack/markdown-evidence.ts",
    find: "return fence(`${head}\\n${untrusted.message}`, PACK_FENCE_UNITS_MAX);",
    replace: "return `${head}\\n${untrusted.message}`;",
    tests: CONTAINED,
  },
  {
    rule: "The frame to start at stands in code.",
    file: "src/inspect/pack/markdown-evidence.ts",
    find: "inlineCode(place(start))",
    replace: "place(start)",
    tests: CONTAINED,
  },
  {
    rule: "A pack ends with the word that it is data.",
    file: "src/inspect/pack/markdown.ts",
    find: "    afterOf(pack),\n",
    replace: "",
    tests: CONTAINED,
  },
  {
    rule: "A pack that is shown although it is held back warns of it.",
    file: "src/inspect/pack/markdown.ts",
    find: 'pack.heldBack === "shown"',
    replace: "false",
    tests: CONTAINED,
  },
  {
    rule: "A pack that is withheld tells of no way to reproduce it.",
    file: "src/inspect/pack/pack.ts",
    find: "isWithheld ? null : reproductionOf(state)",
    replace: "reproductionOf(state)",
    tests: CONTAINED,
  },
  {
    rule: "AGENT_TOKEN gets no text that is held back, in any part of an incident.",
    file: "src/inspect/answer-incident.ts",
    find: "stateFor(access, state, delegation.isHeldBack)",
    replace: "stateFor(access, state, false)",
    tests: ASKED,
  },
  {
    rule: "No pack waits for the versions that are live.",
    file: "src/inspect/answer-incident.ts",
    find: "await asked.versions().catch(() => null)",
    replace: "await asked.versions()",
    tests: ASKED,
  },
  {
    rule: "A draft that was made before is withheld with the rest.",
    file: "src/inspect/withhold.ts",
    find: "title: HELD_BACK, description: HELD_BACK",
    replace: "title: ticket.draft.title, description: HELD_BACK",
    tests: ["test/inspect/withhold.test.ts"],
  },
  {
    rule: "Tags are judged also where no sample has them any more.",
    file: "src/ticket/judge-incident.ts",
    find: "tagsTold(state)",
    replace: "[]",
    tests: ["test/ticket/judge-incident.test.ts"],
  },
  {
    rule: "What is looked at takes no POST.",
    file: "src/inspect/method.ts",
    find: "expression.test(pathname)",
    replace: "pathname !== null && expression !== null",
    tests: ASKED,
  },
  {
    rule: "An address that is none is told before a fingerprint that is none.",
    file: "src/inspect/incident-address.ts",
    find: 'if (fingerprint === "" || part === undefined) return failed("unknown_route");',
    replace: 'if (part === undefined) return failed("bad_fingerprint");',
    tests: ADDRESSED,
  },
  {
    rule: "The address of an action shows the whole incident.",
    file: "src/inspect/incident-address.ts",
    find: 'asked.ok ? asked.value.part : "incident"',
    replace: 'asked.ok ? asked.value.part : "timeline"',
    tests: ADDRESSED,
  },
  {
    rule: "A name in a pack is bounded.",
    file: "src/inspect/pack/text.ts",
    find: "return bound(sanitize(text), PACK_NAME_UNITS_MAX);",
    replace: "return sanitize(text);",
    tests: BOUNDED,
  },
  {
    rule: "A message in a pack is bounded.",
    file: "src/inspect/pack/evidence.ts",
    find: "message: bound(sanitize(sample.message), PACK_MESSAGE_UNITS_MAX),",
    replace: "message: sanitize(sample.message),",
    tests: BOUNDED,
  },
  {
    rule: "What was cut of a pack is told.",
    file: "src/inspect/pack/pack.ts",
    find: "has > most ? [`${most} of ${has} ${what} are here`] : []",
    replace: "has > has + most ? [`${most} of ${has} ${what} are here`] : []",
    tests: BOUNDED,
  },
  {
    rule: "A version that fails at a follower is no sound one; one that fails nowhere is.",
    file: "src/inspect/pack/recency.ts",
    find: "!failing.has(id)",
    replace: "failing.has(id)",
    tests: SAID,
  },
  {
    rule: "The hours of a day are counted from the clock hour of now.",
    file: "src/inspect/pack/recency.ts",
    find: "hour >= from",
    replace: "hour > from",
    tests: SAID,
  },
  {
    rule: "What was left out of a message is told only where both texts lie side by side.",
    file: "src/inspect/pack/grouping.ts",
    find: "from === raw.length ? found",
    replace: "found.length > 0 ? found",
    tests: SAID,
  },
  {
    rule: "A stack is shown once, however many samples have it.",
    file: "src/inspect/pack/evidence.ts",
    find: "return JSON.stringify(frames);",
    replace: "return String(frames.length > 0);",
    tests: SAID,
  },
  {
    rule: "The trigger of a sample is looked up among those that are known, not among the names of an object.",
    file: "src/inspect/pack/reproduce.ts",
    find: 'CALLS.get(sample?.trigger ?? "") ?? ANY_TRIGGER',
    replace:
      '(Object.fromEntries(CALLS) as Record<string, string>)[sample?.trigger ?? ""] ?? ANY_TRIGGER',
    tests: SAID,
  },
  {
    rule: "A ticket points at the pack.",
    file: "src/ticket/render.ts",
    find: "inlineCode(`${incidentUrl}.md`)",
    replace: "inlineCode(incidentUrl)",
    tests: ["test/ticket/render.test.ts"],
  },
];
