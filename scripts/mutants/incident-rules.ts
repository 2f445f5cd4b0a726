// Rules of src/incident/ about counting, the outbox and the alarm (design 4.4).
import type { Mutant } from "./mutant.ts";

const COUNT: Mutant["tests"] = ["test/incident/count.test.ts"];
const OUTBOX: Mutant["tests"] = ["test/incident/outbox.test.ts"];
const LIFE: Mutant["tests"] = ["test/incident/incident.test.ts", "test/incident/life.test.ts"];
const WORLD: Mutant["tests"] = ["test/incident/world.test.ts"];
const STORE: Mutant["tests"] = ["test/incident/store.test.ts"];
const OBJECT: Mutant["tests"] = ["test/workerd/incident-do.test.ts"];

export const INCIDENT_RULES: readonly Mutant[] = [
  {
    rule: "A message that is delivered again is counted once.",
    file: "src/incident/count.ts",
    find: "if (wasCounted(ring, message.id)) return state;",
    replace: "",
    tests: COUNT,
  },
  {
    rule: "A message beyond what is remembered makes the count approximate.",
    file: "src/incident/count.ts",
    find: "state.approximate || isBehind(ring, message.lastAt)",
    replace: "state.approximate",
    tests: COUNT,
  },
  {
    rule: "The remembered ids are bounded.",
    file: "src/incident/ring.ts",
    find: "entries: entries.slice(-RING_IDS_MAX)",
    replace: "entries",
    tests: COUNT,
  },
  {
    rule: "What another incident counted is not counted again by the one that begins.",
    file: "src/incident/begin.ts",
    find: "ring: counted ?? EMPTY_RING",
    replace: "ring: EMPTY_RING",
    tests: LIFE,
  },
  {
    rule: "A batch that is counted in full elsewhere begins no incident.",
    file: "src/incident/incident.ts",
    find: "if (state === born) return null;",
    replace: "",
    tests: LIFE,
  },
  {
    rule: "An incident begins only with leave.",
    file: "src/incident/incident.ts",
    find: 'event.kind !== "recorded" || event.begin === undefined',
    replace: 'event.kind !== "recorded"',
    tests: LIFE,
  },
  {
    rule: "The wait after a failed effect doubles with each try.",
    file: "src/incident/outbox.ts",
    find: "EFFECT_RETRY_BASE_MS * 2 ** exponent",
    replace: "EFFECT_RETRY_BASE_MS * (1 + exponent)",
    tests: OUTBOX,
  },
  {
    rule: "No effect waits longer than an hour for its next try.",
    file: "src/incident/outbox.ts",
    find: "Math.min(EFFECT_RETRY_BASE_MS * 2 ** exponent, EFFECT_RETRY_MAX_MS)",
    replace: "EFFECT_RETRY_BASE_MS * 2 ** exponent",
    tests: OUTBOX,
  },
  {
    rule: "An effect waits as long as the other side asked for.",
    file: "src/incident/outbox.ts",
    find: "Math.max(retryAt, outcome.notBefore ?? 0)",
    replace: "retryAt",
    tests: OUTBOX,
  },
  {
    rule: "A wish that is renewed while it waits keeps its back-off.",
    file: "src/incident/store.ts",
    find: "CASE WHEN tries > 0 THEN due_at ELSE min(due_at, excluded.due_at) END",
    replace: "min(due_at, excluded.due_at)",
    tests: STORE,
  },
  {
    rule: "A wish that is renewed while it is performed is performed again.",
    file: "src/incident/store.ts",
    find: 'DELETE FROM outbox WHERE key = ? AND seq = ?", row.key, row.seq',
    replace: 'DELETE FROM outbox WHERE key = ?", row.key',
    tests: STORE,
  },
  {
    rule: "What keeps an effect from being done is told to the index.",
    file: "src/incident/outbox.ts",
    find: "if (problem !== row.problem",
    replace: "if (false",
    tests: OUTBOX,
  },
  {
    rule: "The alarm is set for what waits in the outbox.",
    file: "src/incident/wake.ts",
    find: "...outbox.map(({ dueAt }) => dueAt),",
    replace: "",
    tests: WORLD,
  },
  {
    rule: "The alarm is set for the end of the watch window.",
    file: "src/incident/wake.ts",
    find: 'return phase.name === "verifying" && !phase.isEnding ? phase.endsAt : null;',
    replace: "return null;",
    tests: LIFE,
  },
  {
    rule: "An alarm that dies in its middle rings again: it takes a lease first.",
    file: "durable-objects/incident-do.ts",
    find: "await this.#arm(await this.ctx.storage.getAlarm(), Date.now() + ALARM_LEASE_MS);",
    replace: "",
    tests: OBJECT,
  },
  {
    rule: "A ticket that exists is read every hour, also one that was made after a long outage.",
    file: "src/incident/incident.ts",
    find: "state.tickAt === null || state.tickAt > latestAt",
    replace: "state.tickAt === null",
    tests: LIFE,
  },
  {
    rule: "Each episode has a ticket of its own.",
    file: "src/incident/ticket-id.ts",
    find: "${ticketKey} ${episode}",
    replace: "${ticketKey}",
    tests: ["test/incident/ticket-id.test.ts"],
  },
];
