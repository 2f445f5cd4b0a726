// Rules between owners, followers and the desk, on the incident's side (design 4.5, 4.6).
import type { Mutant } from "./mutant.ts";

const ANSWERS: Mutant["tests"] = [
  "test/incident/desk-answer.test.ts",
  "test/incident/hand-over.test.ts",
];

export const FOLLOWER_RULES: readonly Mutant[] = [
  {
    rule: "A failure that tells nothing but a status shares no ticket with another route's.",
    file: "src/incident/ticket-key.ts",
    find: 'ticketPer === "incident" || state.isAlone || tellsNothing',
    replace: 'ticketPer === "incident" || state.isAlone',
    tests: ANSWERS,
  },
  {
    rule: "A follower that goes on failing tells its owner, but not at every failure.",
    file: "src/incident/record.ts",
    find: "if (toldAt !== null && at - toldAt < TELL_OWNER_AFTER_MS) return quietStep(state);",
    replace: "",
    tests: ANSWERS,
  },
  {
    rule: "A follower whose owner is none any more asks the desk, as its orphan.",
    file: "src/incident/desk-answer.ts",
    find: "return wantTicket(told, at, { orphanOf: owner });",
    replace: "return wantTicket(told, at);",
    tests: ANSWERS,
  },
  {
    rule: "An echo that fails more often than what it echoes is none.",
    file: "src/incident/followers.ts",
    find: 'return follower.why === "echo" && follower.count > most;',
    replace: "return false && follower.count > most;",
    tests: ANSWERS,
  },
  {
    rule: "A new version that fails at a follower is a regression of the ticket.",
    file: "src/incident/verify.ts",
    find: "const back = failedSince(versions, lastFailureAt(state), fix);\n  if (back !== null) {",
    replace:
      "const back = failedSince(versions, lastFailureAt(state), fix);\n  if (back !== null && at < 0) {",
    tests: ANSWERS,
  },
  {
    rule: "The ticket of an owner that is ignored or merged goes to a follower.",
    file: "src/incident/ignore.ts",
    find: 'if (hasHeirs && phase.name !== "ignored") {',
    replace: "if (false) {",
    tests: ANSWERS,
  },
  {
    rule: "A ticket that no follower takes is canceled.",
    file: "src/incident/hand-over.ts",
    find: "effects: [...put.effects, ...(target",
    replace: "effects: [...(target",
    tests: ANSWERS,
  },
  {
    rule: "An incident without budget gets a ticket later only if it still fails.",
    file: "src/incident/wake.ts",
    find: "if (state.lastAt > ticket.since) return wantTicket(state, at);",
    replace: "return wantTicket(state, at);",
    tests: ANSWERS,
  },
  {
    rule: "A grant that comes when no ticket is wanted any more is given back.",
    file: "src/incident/desk-answer.ts",
    find: 'const isTaken = grant.kind === "own" && state.ownedKey === null;',
    replace: "const isTaken = false;",
    tests: ANSWERS,
  },
  {
    rule: "An owner does not end while a follower still fails.",
    file: "src/incident/wake.ts",
    find: "Math.max(lastFailureAt(state), phase.since)",
    replace: "Math.max(state.lastAt, phase.since)",
    tests: ANSWERS,
  },
  {
    rule: "An index that was lost is whole again after a day.",
    file: "src/incident/wake.ts",
    find: 'phase.ticket?.status === "made" ? SLOW_TICK_MS : IDLE_TICK_MS',
    replace: 'phase.ticket?.status === "made" ? SLOW_TICK_MS : 1_000 * IDLE_TICK_MS',
    tests: ["test/workerd/incident-end.test.ts"],
  },
  {
    rule: "A ticket that is gone says nothing: if the failure goes on, there is a new one.",
    file: "src/incident/ticket-answer.ts",
    find: 'const until = { kind: "count", count: totalCount(state) + 1 } as const;',
    replace: 'const until = { kind: "good" } as const;',
    tests: ["test/incident/life.test.ts"],
  },
  {
    rule: "A change that an owner wanted and Linear has not confirmed is wanted anew by its heir.",
    file: "src/incident/hand-over.ts",
    find: "ticket.wanted === null\n      ? takeOverAgent(shown, at)",
    replace: "ticket.id !== null\n      ? takeOverAgent(shown, at)",
    tests: ANSWERS,
  },
  {
    rule: "A ticket that was given up with a merge is not met by the next owner.",
    file: "src/incident/ignore.ts",
    find: "nextEpisode: state.episode + 1",
    replace: "nextEpisode: null",
    tests: ANSWERS,
  },
  {
    rule: "An echo never takes over the ticket that it follows.",
    file: "src/incident/hand-over.ts",
    find: 'return phase.ticket.owner === from && phase.ticket.why === "family";',
    replace: "return phase.ticket.owner === from;",
    tests: ANSWERS,
  },
  {
    rule: "A full list of followers is not churned by those that come beside it.",
    file: "src/incident/followers.ts",
    find: "if (!isKnown && isFull && quietest.lastAt > told.lastAt - IDLE_TICK_MS) return followers;",
    replace: "",
    tests: ANSWERS,
  },
];
