// Rules of src/intake/.
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
    find: "await onFailed(envelopes);\n    return;",
    replace: "await onFailed(envelopes);",
    tests: ["test/workerd/intake.test.ts"],
  },
];
