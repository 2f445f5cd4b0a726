// Rules between owners, followers and the desk, on the incident's side (design 4.5, 4.6).
import type { Mutant } from "./mutant.ts";

const ANSWERS: Mutant["tests"] = ["test/incident/desk-answer.test.ts"];

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
    find: 'if (followers.length > 0 && phase.name !== "ignored") {',
    replace: "if (followers.length < 0) {",
    tests: ANSWERS,
  },
  {
    rule: "A ticket that no follower takes is canceled.",
    file: "src/incident/desk-answer.ts",
    find: "effects: [...changed.effects, ...(isGiven",
    replace: "effects: [...(isGiven",
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
    find: 'return isTaken ? { state, effects: [{ kind: "leaveDesk" }] } : quietStep(state);',
    replace: "return isTaken ? quietStep(state) : quietStep(state);",
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
    find: 'const until = { kind: "count", count: state.count + 1 } as const;',
    replace: 'const until = { kind: "good" } as const;',
    tests: ["test/incident/life.test.ts"],
  },
];
