// Rules of src/intake/ and src/producer/: the queue, and the cap on new incidents (design 4.4).
import type { Mutant } from "./mutant.ts";

export const INTAKE_RULES: readonly Mutant[] = [
  {
    rule: "A message waits longer for each further try.",
    file: "src/intake/sort-batch.ts",
    find: "RETRY_BASE_SECONDS * 2 ** exponent",
    replace: "RETRY_BASE_SECONDS",
    tests: ["test/intake/sort-batch.test.ts"],
  },
  {
    rule: "A message is acked only once its incident has it.",
    file: "src/intake/consume.ts",
    find: "if (failure === null) ackAll(envelopes);",
    replace: "ackAll(envelopes);",
    tests: ["test/workerd/intake.test.ts"],
  },
  {
    rule: "A producer begins only so many incidents within an hour.",
    file: "src/producer/admit.ts",
    find: "if (places.size < NEW_INCIDENTS_AN_HOUR_MAX) places.add(fingerprint);",
    replace: "places.add(fingerprint);",
    tests: ["test/producer/admit.test.ts"],
  },
  {
    rule: "What the overflow incident counted is known to the incident that begins after it.",
    file: "src/intake/record-batch.ts",
    find: "counted: overflowedAt === null ? null : await objects.ring(overflow)",
    replace: "counted: null",
    tests: ["test/intake/record-batch.test.ts", "test/workerd/intake-producer.test.ts"],
  },
  {
    rule: "What a merged incident forwards is recorded at its target.",
    file: "src/intake/record-batch.ts",
    find: 'if (recorded.kind !== "forward") return recorded.kind === "recorded";',
    replace: 'return recorded.kind !== "unknown";',
    tests: ["test/intake/record-batch.test.ts"],
  },
];
