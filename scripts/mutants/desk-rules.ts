// Rules of src/desk/ and of the storm ticket: who gets a ticket (docs/desk.md).
import type { Mutant } from "./mutant.ts";

const DECIDED = ["test/desk/decide-claim.test.ts"] as const;
const HELD = ["test/desk/desk.test.ts"] as const;
const STORMS = ["test/desk/storm.test.ts"] as const;
const TOLD = ["test/ticket/tell-storm.test.ts"] as const;

export const DESK_RULES: readonly Mutant[] = [
  {
    rule: "Only who followed the recorded owner takes over from it.",
    file: "src/desk/decide-claim.ts",
    find: "owner === claim.orphanOf)) return own(ticket, null);",
    replace: "claim.orphanOf !== null)) return own(ticket, null);",
    tests: DECIDED,
  },
  {
    rule: "A ticket that there is already costs no budget.",
    file: "src/desk/decide-claim.ts",
    find: "if (ticket !== null || claim.isUrgent)",
    replace: "if (claim.isUrgent)",
    tests: DECIDED,
  },
  {
    rule: "A person's ticket is never refused.",
    file: "src/desk/decide-claim.ts",
    find: "if (ticket !== null || claim.isUrgent)",
    replace: "if (ticket !== null)",
    tests: DECIDED,
  },
  {
    rule: "The budget of an hour is not exceeded.",
    file: "src/desk/budget.ts",
    find: "granted <= ticketsPerHour",
    replace: "granted <= ticketsPerHour + 1",
    tests: DECIDED,
  },
  {
    rule: "An echo fits in time.",
    file: "src/desk/echo.ts",
    find: "return (isOfOneStart || isWithin) && isNoMore;",
    replace: "return isNoMore;",
    tests: DECIDED,
  },
  {
    rule: "An echo does not come more often than what it echoes.",
    file: "src/desk/echo.ts",
    find: "return (isOfOneStart || isWithin) && isNoMore;",
    replace: "return isOfOneStart || isWithin;",
    tests: DECIDED,
  },
  {
    rule: "An echo follows only where there is an owner.",
    file: "src/desk/decide-claim.ts",
    find: "return owner === null || owner === claim.orphanOf ? null : { owner, ticketKey };",
    replace: "return owner === null ? null : { owner, ticketKey };",
    tests: DECIDED,
  },
  {
    rule: "Only the owner tells which Linear issue is its ticket.",
    file: "src/desk/ticket-row.ts",
    find: "before?.owner !== fingerprint || episode < before.episode",
    replace: "before === null || episode < before.episode",
    tests: HELD,
  },
  {
    rule: "An echo is not appointed to a ticket of another key.",
    file: "src/desk/ticket-store.ts",
    find: "WHERE fingerprint = ? AND ticket_key = ? AND echo_of IS NULL",
    replace: "WHERE fingerprint = ?1 AND ?2 IS NOT NULL",
    tests: HELD,
  },
  {
    rule: "Who gets a ticket waits no longer.",
    file: "src/desk/desk.ts",
    find: "else this.waiting.remove(claim.fingerprint);",
    replace: "",
    tests: HELD,
  },
  {
    rule: "A storm that people closed comes again only for who was not on it.",
    file: "src/desk/storm.ts",
    find: "list.lastSince >= toldAt ?",
    replace: "list.lastSince > 0 ?",
    tests: STORMS,
  },
  {
    rule: "A storm ticket is written at most every ten minutes.",
    file: "src/desk/storm.ts",
    find: "storm.at + STORM_UPDATE_MS",
    replace: "storm.at",
    tests: STORMS,
  },
  {
    rule: "What people wrote on a storm ticket is not overwritten.",
    file: "src/ticket/tell-storm.ts",
    find: '...(stillOurs(storm, now, "description") ?',
    replace: "...(storm.nth > 0 ?",
    tests: TOLD,
  },
  {
    rule: "What is sent is saved before, so that it is known after a lost answer.",
    file: "src/ticket/tell-storm.ts",
    find: "save({ ...storm, sent });",
    replace: "",
    tests: TOLD,
  },
];
