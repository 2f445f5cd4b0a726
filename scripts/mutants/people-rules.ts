// Rules of what people do: resolve, ignore, reopen, ticket now, merge (design 4.5).
import type { Mutant } from "./mutant.ts";

const ACT: Mutant["tests"] = ["test/incident/act.test.ts"];
const EFFECTS: Mutant["tests"] = ["test/ticket/perform-ticket.test.ts"];

export const PEOPLE_RULES: readonly Mutant[] = [
  {
    rule: "A ticket that is wanted no longer is withdrawn, not opened.",
    file: "src/incident/change-ticket.ts",
    find: 'effects: [{ kind: "withdrawTicket", ticketId: ticket.id }],',
    replace: "effects: [],",
    tests: ACT,
  },
  {
    rule: "A withdrawn ticket that was made all the same is closed as its incident is.",
    file: "src/incident/opened-ticket.ts",
    find: 'answer.reading.state === "open"\n      ? closeTicket(',
    replace: "false\n      ? closeTicket(",
    tests: ACT,
  },
  {
    rule: "Opening and withdrawing are one wish: the later takes the place of the earlier.",
    file: "src/incident/effect.ts",
    find: 'case "openTicket":\n    case "withdrawTicket":\n      return `ticket ${effect.ticketId}`;',
    replace:
      'case "openTicket":\n    case "withdrawTicket":\n      return `${effect.kind} ${effect.ticketId}`;',
    tests: ["test/incident/store.test.ts"],
  },
  {
    rule: "An incident that is ignored until a time comes back with the first failure from then on.",
    file: "src/incident/ignore.ts",
    find: "return fresh.some(({ lastAt }) => lastAt >= until.at);",
    replace: "return false;",
    tests: ACT,
  },
  {
    rule: "An incident that is ignored until it has failed so often comes back then.",
    file: "src/incident/ignore.ts",
    find: "return count >= until.count;",
    replace: "return count > until.count;",
    tests: ACT,
  },
  {
    rule: "What is ignored for good stays so.",
    file: "src/incident/ignore.ts",
    find: 'case "good":\n    case "merged":\n      return false;',
    replace: 'case "good":\n    case "merged":\n      return true;',
    tests: ACT,
  },
  {
    rule: "A merged incident forwards what it has not counted, and only that.",
    file: "src/incident/record.ts",
    find: "messages.filter(({ id }) => !wasCounted(ring, id))",
    replace: "messages",
    tests: ACT,
  },
  {
    rule: "An incident with members is not merged: failures go one step and no circle.",
    file: "src/incident/action.ts",
    find: "return members.length > 0\n",
    replace: "return members.length < 0\n",
    tests: ACT,
  },
  {
    rule: "Nothing is merged into what was merged itself.",
    file: "src/incident/action.ts",
    find: "if (target !== null) {",
    replace: "if (false) {",
    tests: ACT,
  },
  {
    rule: "After a merge was undone, what was counted there is not counted here.",
    file: "src/incident/act.ts",
    find: "const ring = counted === null ? state.ring : joinRings(state.ring, counted);",
    replace: "const { ring } = state;",
    tests: ACT,
  },
  {
    rule: "What people did in Linear later than our wish stands.",
    file: "src/ticket/perform-ticket.ts",
    find: "reading.closedAt > wishedAt &&",
    replace: "reading.closedAt < wishedAt &&",
    tests: EFFECTS,
  },
  {
    rule: "A second try of a note says it once: its id is known before.",
    file: "src/ticket/perform-ticket.ts",
    find: "return ticketId(`${id} ${what}`, nth);",
    replace: "return ticketId(`${id} ${what}`, 1);",
    tests: EFFECTS,
  },
  {
    rule: "Before a ticket is created it is looked for.",
    file: "src/ticket/perform-open.ts",
    find: "if (known !== null) {",
    replace: "if (known !== null && wantedAt < 0) {",
    tests: EFFECTS,
  },
];
