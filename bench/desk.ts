// How many claims one desk takes a second, on Node's SQLite: what it computes and reads, without the
// wire and without the disk of the platform. Each kind of claim beside the others in one run.
import { Desk } from "../src/desk/desk.ts";
import { nextStormAt } from "../src/desk/drain-storms.ts";
import type { Claim } from "../src/incident/claim.ts";
import { HOUR_MS } from "../src/limits.ts";
import { nodeStorage } from "../test/support/node-storage.ts";

const PRODUCERS = 100;
const CLAIMS = 2_000;
const HOUR = Date.UTC(2026, 10, 2, 9);
/** Desks that hold as many tickets and as many that wait before anything is measured. */
const HELD: readonly (readonly [tickets: number, waiting: number])[] = [
  [0, 0],
  [20_000, 0],
  [20_000, 2_000],
];

/** Prints what a claim costs, by what becomes of it and by what the desk holds. */
export function benchDesk(): void {
  for (const [tickets, waiting] of HELD) {
    console.log(`a desk with ${tickets} tickets, and ${waiting} incidents that wait`);
    const desk = filled(tickets, waiting);
    measure("gets a ticket", (n) => ask(desk, claim(`own ${n}`, { isUrgent: true })));
    measure("follows its family", (n) =>
      ask(desk, claim(`follow ${n}`, { ticketKey: "key own 0" })),
    );
    measure("asks again", () => ask(desk, claim("own 0")));
    measure("waits", (n) => ask(desk, claim(`wait ${n % 50}`, { producer: "busy" })));
  }
}

// As the object does it: the claim, then the time of the alarm.
function ask(desk: Desk, asked: Claim): void {
  desk.claim(asked, HOUR);
  nextStormAt({
    storms: () => desk.waiting.storms(),
    lists: () => desk.waiting.lists(),
    ticketsAreSent: true,
  });
}

function filled(tickets: number, waiting: number): Desk {
  const desk = new Desk(nodeStorage(), { ticketsPerHour: 1, settleMs: 30_000 });
  desk.claim(claim("first", { producer: "busy" }), HOUR - HOUR_MS);
  desk.claim(claim("second", { producer: "busy" }), HOUR);
  for (let n = 0; n < tickets; n += 1) desk.claim(claim(`held ${n}`, { isUrgent: true }), HOUR);
  for (let n = 0; n < PRODUCERS; n += 1) desk.claim(claim(`of ${n}`, ofProducer(n)), HOUR);
  for (let n = 0; n < waiting; n += 1) desk.claim(claim(`waits ${n}`, ofProducer(n)), HOUR);
  return desk;
}

function ofProducer(n: number): Partial<Claim> {
  return { producer: `producer ${n % PRODUCERS}` };
}

function measure(name: string, run: (n: number) => void): void {
  for (let n = 0; n < CLAIMS / 10; n += 1) run(n);
  const before = performance.now();
  for (let n = 0; n < CLAIMS; n += 1) run(n);
  const each = (performance.now() - before) / CLAIMS;
  const aSecond = Math.round(1_000 / each).toLocaleString("en");
  console.log(
    `  ${name.padEnd(20)} ${(each * 1_000).toFixed(0).padStart(6)} µs  ${aSecond} a second`,
  );
}

function claim(fingerprint: string, over: Partial<Claim> = {}): Claim {
  return {
    fingerprint,
    ticketKey: `key ${fingerprint}`,
    producer: "shop",
    echoKey: `words of ${fingerprint}`,
    hasFrame: true,
    count: 1,
    firstAt: HOUR,
    lastAt: HOUR,
    route: "GET /orders/:id",
    type: "PaymentError",
    orphanOf: null,
    isUrgent: false,
    isAlone: false,
    ...over,
  };
}
