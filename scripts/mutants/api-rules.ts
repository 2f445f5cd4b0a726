// Rules of the HTTP API: who may ask what, what is told of it, what is done with dead letters.
import type { Mutant } from "./mutant.ts";

const ASKED: Mutant["tests"] = ["test/workerd/inspect.test.ts"];
const LETTERS: Mutant["tests"] = ["test/workerd/dead-letters.test.ts"];

export const API_RULES: readonly Mutant[] = [
  {
    rule: "Tokens are compared in constant time.",
    file: "src/inspect/access.ts",
    find: "crypto.subtle.timingSafeEqual(one, other)",
    replace: "one.join() === other.join()",
    tests: ASKED,
  },
  {
    rule: "A token that people have is none for agents.",
    file: "src/settings.ts",
    find: "agentToken === null || agentToken !== accessToken",
    replace: "agentToken !== undefined",
    tests: ["test/settings.test.ts"],
  },
  {
    rule: "HEAD is polled as GET is.",
    file: "src/inspect/answer.ts",
    find: 'asked.method === "GET" ?',
    replace: 'request.method === "GET" ?',
    tests: ASKED,
  },
  {
    rule: "The log has the route and never the address.",
    file: "src/inspect/answer.ts",
    find: "tellRequest(request.method, route,",
    replace: "tellRequest(request.method, request.url,",
    tests: ASKED,
  },
  {
    rule: "Without a token nobody is told which producers there are.",
    file: "src/inspect/health.ts",
    find: 'access === "full" || access === "read" ? producers : null',
    replace: "producers",
    tests: ASKED,
  },
  {
    rule: "An object that is unwell leaves the rest of the health to be told.",
    file: "src/inspect/health.ts",
    find: "      return null;",
    replace: "      throw error;",
    tests: ASKED,
  },
  {
    rule: "Dead letters are for people.",
    file: "src/inspect/router.ts",
    find: '"/dead-letters/:id", requireFullAccess, readLetter',
    replace: '"/dead-letters/:id", readLetter',
    tests: LETTERS,
  },
  {
    rule: "A letter is forgotten once the queue has it, and not before.",
    file: "src/inspect/dead-letters.ts",
    find: "    if (!(await send(env, message))) continue;",
    replace: "    await letters.discard(id); if (!(await send(env, message))) continue;",
    tests: LETTERS,
  },
  {
    rule: "A letter that cannot be read or is refused keeps no other back.",
    file: "src/inspect/dead-letters.ts",
    find: "look < REPLAY_LOOKS_MAX",
    replace: "look < 1",
    tests: LETTERS,
  },
  {
    rule: "An answer of /explain has an end.",
    file: "src/inspect/explain.ts",
    find: "lines.length === linesMax",
    replace: "lines.length === Infinity",
    tests: ["test/inspect/explain-text.test.ts"],
  },
];
