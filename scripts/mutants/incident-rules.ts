// Rules of src/incident/.
import type { Mutant } from "./mutant.ts";

export const INCIDENT_RULES: readonly Mutant[] = [
  {
    rule: "A message that is delivered again is counted once.",
    file: "src/incident/count.ts",
    find: "if (ring.entries.some((entry) => entry.id === message.id)) return state;",
    replace: "",
    tests: ["test/incident/count.test.ts"],
  },
  {
    rule: "A message beyond what is remembered makes the count approximate.",
    file: "src/incident/count.ts",
    find: "state.approximate || isBehind(ring, message.lastAt)",
    replace: "state.approximate",
    tests: ["test/incident/count.test.ts"],
  },
  {
    rule: "The remembered ids are bounded.",
    file: "src/incident/count.ts",
    find: "entries: entries.slice(-RING_IDS_MAX)",
    replace: "entries",
    tests: ["test/incident/count.test.ts"],
  },
  {
    rule: "The wait after a failed effect doubles with each try.",
    file: "src/incident/outbox.ts",
    find: "EFFECT_RETRY_BASE_MS * 2 ** exponent",
    replace: "EFFECT_RETRY_BASE_MS * (1 + exponent)",
    tests: ["test/incident/outbox.test.ts"],
  },
  {
    rule: "No effect waits longer than an hour for its next try.",
    file: "src/incident/outbox.ts",
    find: "Math.min(EFFECT_RETRY_BASE_MS * 2 ** exponent, EFFECT_RETRY_MAX_MS)",
    replace: "EFFECT_RETRY_BASE_MS * 2 ** exponent",
    tests: ["test/incident/outbox.test.ts"],
  },
  {
    rule: "An effect waits as long as the other side asked for.",
    file: "src/incident/outbox.ts",
    find: "Math.max(retryAt, outcome.notBefore ?? 0)",
    replace: "retryAt",
    tests: ["test/incident/outbox.test.ts"],
  },
  {
    rule: "Each episode has a ticket of its own.",
    file: "src/incident/ticket-id.ts",
    find: "${ticketKey} ${episode}",
    replace: "${ticketKey}",
    tests: ["test/incident/ticket-id.test.ts"],
  },
];
