// The list of incidents: what is found, by whom, page after page, and when it is written.
import type { Mutant } from "./mutant.ts";

const STORE = ["test/inspect/index-store.test.ts"] as const;
const HTTP = ["test/workerd/list.test.ts"] as const;

export const LIST_RULES: readonly Mutant[] = [
  {
    rule: "A text that is held back is not found by asking for it.",
    file: "src/inspect/list-statement.ts",
    find: "asksForText && !seesHeldBack",
    replace: "false",
    tests: STORE,
  },
  {
    rule: "A type that is held back is not found by asking for it.",
    file: "src/inspect/list-statement.ts",
    find: "type !== null || text !== null",
    replace: "text !== null",
    tests: STORE,
  },
  {
    rule: "Only ACCESS_TOKEN finds what is held back.",
    file: "src/inspect/list.ts",
    find: 'access === "full"',
    replace: "true",
    tests: HTTP,
  },
  {
    rule: "The list shows what is held back without its texts.",
    file: "src/inspect/list.ts",
    find: "summaryView(summaryFor(access, line))",
    replace: "summaryView(line)",
    tests: HTTP,
  },
  {
    rule: "Lines of one value are told apart by their fingerprint, so that none is left out.",
    file: "src/inspect/list-statement.ts",
    find: "`(${column}, fingerprint) < (?, ?)`, values: [value, fingerprint]",
    replace: "`${column} < ?`, values: [value]",
    tests: STORE,
  },
  {
    rule: "A text is looked for in any case, outside ASCII too.",
    file: "src/inspect/summary-row.ts",
    find: "return text.toLowerCase();",
    replace: "return text.replace(/[A-Z]/g, (found) => found.toLowerCase());",
    tests: STORE,
  },
  {
    rule: "A cursor is one of its own list.",
    file: "src/inspect/list-query.ts",
    find: "digest === digestOf(list)",
    replace: "digest !== undefined",
    tests: ["test/inspect/list-query.test.ts"],
  },
  {
    rule: "A parameter is sent once.",
    file: "src/inspect/read-list.ts",
    find: "sent.getAll(name).length > 1",
    replace: "sent.getAll(name).length > 9",
    tests: ["test/inspect/read-list.test.ts"],
  },
  {
    rule: "An incident that is as it was costs no row.",
    file: "src/inspect/summary-row.ts",
    find: "after[column] !== before[column]",
    replace: 'column !== ""',
    tests: HTTP,
  },
  {
    rule: "What nobody has judged yet is held back.",
    file: "src/inspect/index-schema.ts",
    find: "coalesce(body ->> '$.isHeldBack', 1)",
    replace: "coalesce(body ->> '$.isHeldBack', 0)",
    tests: STORE,
  },
  {
    rule: "The index is told of what was counted on a slow tick, not with each failure.",
    file: "src/incident/incident.ts",
    find: "return { ...step, state: { ...step.state, tickAt } };",
    replace:
      'return { effects: [...step.effects, { kind: "updateIndex" }], state: { ...step.state, tickAt } };',
    tests: ["test/workerd/index-writes.test.ts"],
  },
];
