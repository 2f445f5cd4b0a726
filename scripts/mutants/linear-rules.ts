// Rules of src/ticket/ about Linear: errors, waits, what is remembered, what is told (docs/linear.md).
import type { Mutant } from "./mutant.ts";

const PROBLEMS = ["test/ticket/linear-problem.test.ts"] as const;
const REMEMBERED = ["test/ticket/linear-memory.test.ts"] as const;
const GUARD = ["test/ticket/key-guard.test.ts"] as const;
const KEPT = ["test/ticket/kept-lookups.test.ts"] as const;
const NAMES = ["test/ticket/linear-names.test.ts"] as const;

export const LINEAR_RULES: readonly Mutant[] = [
  {
    rule: "A rate limit is known by its code, whatever the status.",
    file: "src/ticket/linear-problem.ts",
    find: 'says("ratelimited") || status === 429',
    replace: "status === 429",
    tests: PROBLEMS,
  },
  {
    rule: "An empty HTTP 400 is no refused key.",
    file: "src/ticket/linear-problem.ts",
    find: "if (status === 401 ||",
    replace: "if (status === 401 || (status === 400 && codes.length === 0) ||",
    tests: [...PROBLEMS, ...REMEMBERED],
  },
  {
    rule: "A missing right is no refused key.",
    file: "src/ticket/linear-problem.ts",
    find: "if (status === 401 ||",
    replace: "if (status === 401 || status === 403 ||",
    tests: [...PROBLEMS, ...REMEMBERED],
  },
  {
    rule: "A lock that timed out is no refusal.",
    file: "src/ticket/linear-problem.ts",
    find: '!says(...THEIR_OWN, "lock timeout")',
    replace: "!says(...THEIR_OWN)",
    tests: PROBLEMS,
  },
  {
    rule: "A failure of Linear's own is no refusal, in HTTP 200 either.",
    file: "src/ticket/linear-problem.ts",
    find: '!says(...THEIR_OWN, "lock timeout")',
    replace: '!says("lock timeout")',
    tests: PROBLEMS,
  },
  {
    rule: "A code that is not known is not told.",
    file: "src/ticket/linear-problem.ts",
    find: 'KNOWN_WORDS.has(wordOf(code)) ? code : "another code"',
    replace: "code",
    tests: PROBLEMS,
  },
  {
    rule: "Only budgets that are used up are waited for.",
    file: "src/ticket/linear-wait.ts",
    find: "?? 1) <= 0",
    replace: "?? 1) >= 0",
    tests: PROBLEMS,
  },
  {
    rule: "A reset that can only be meant in seconds is read as seconds.",
    file: "src/ticket/linear-wait.ts",
    find: "reset < RESET_IN_MS_FROM ? reset * 1_000 : reset",
    replace: "reset",
    tests: PROBLEMS,
  },
  {
    rule: "No wait that Linear asks for is longer than any other.",
    file: "src/ticket/linear-wait.ts",
    find: "Math.min(Math.max(...known), now + EFFECT_RETRY_MAX_MS)",
    replace: "Math.max(...known)",
    tests: PROBLEMS,
  },
  {
    rule: "A refused key is tried again after a while.",
    file: "src/ticket/key-guard.ts",
    find: "at <= now && now < at + KEY_REFUSED_MS",
    replace: "at <= now",
    tests: [...GUARD, ...REMEMBERED],
  },
  {
    rule: "A clock that was set back keeps no key from being tried.",
    file: "src/ticket/key-guard.ts",
    find: "at <= now && now < at + KEY_REFUSED_MS",
    replace: "now < at + KEY_REFUSED_MS",
    tests: GUARD,
  },
  {
    rule: "A key that Linear took is refused no longer.",
    file: "src/ticket/linear-call.ts",
    find: "      guard.succeeded();\n",
    replace: "",
    tests: REMEMBERED,
  },
  {
    rule: "A key is held back in the middle of a call too.",
    file: "src/ticket/linear-call.ts",
    find: "      guard.failed(error, Date.now());\n",
    replace: "",
    tests: REMEMBERED,
  },
  {
    rule: "What was looked up is asked anew after a while.",
    file: "src/ticket/kept-lookups.ts",
    find: "age >= 0 && age < LOOKUP_MEMORY_MS",
    replace: "age >= 0",
    tests: [...KEPT, ...REMEMBERED],
  },
  {
    rule: "What was looked up is asked anew after a refusal.",
    file: "src/ticket/linear-call.ts",
    find: "if (isRefusal(error)) lookups.forget();",
    replace: "",
    tests: REMEMBERED,
  },
  {
    rule: "Whether the key sees its team is asked, and not remembered.",
    file: "src/ticket/linear.ts",
    find: "inTime(async (client) => void (await findTeam(client, askAnew, settings.team, TEAM)))",
    replace:
      "inTime(async (client, keep) => void (await findTeam(client, keep, settings.team, TEAM)))",
    tests: REMEMBERED,
  },
  {
    rule: "A key and an address have a memory of their own.",
    file: "src/ticket/key-memory.ts",
    find: "digestParts([apiUrl, apiKey])",
    replace: "digestParts([apiUrl])",
    tests: [...KEPT, ...REMEMBERED],
  },
  {
    rule: "A name that Linear does not know is told with those that exist.",
    file: "src/ticket/linear-lookup.ts",
    find: "await told(plural, existing, nameOf)",
    replace: "await told(plural, matching, nameOf)",
    tests: NAMES,
  },
  {
    rule: "Names of the workspace are no part of the problem that everybody sees.",
    file: "src/ticket/hindrance.ts",
    find: "problem: error.message, detail: error.detail",
    replace: "problem: `${error.message}: ${error.detail}`, detail: null",
    tests: NAMES,
  },
];
