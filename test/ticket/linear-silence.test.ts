// Errors of the SDK embed what was sent, and what Linear answered, which may quote it. Whatever fails,
// and however: nothing of a ticket is stored as a problem, and nothing is logged. Over the SDK's real
// HTTP path.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { FAILURES } from "../../examples/linear-stand-in/graphql/failures.ts";
import type { FailureKind } from "../../examples/linear-stand-in/graphql/failures.ts";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { measureCosts } from "../../scripts/linear-costs.ts";
import { METHODS } from "../../scripts/linear-operations.ts";
import { drainOutbox } from "../../src/incident/outbox.ts";
import type { OutboxRow } from "../../src/incident/outbox.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { logWarning } from "../../src/log.ts";
import { problemOf } from "../../src/ticket/hindrance.ts";
import { KeyMemories } from "../../src/ticket/key-memory.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import type { TicketSystem } from "../../src/ticket/linear.ts";
import { AT } from "../support/factories.ts";
import { linearSettings, ticketDraft } from "../support/linear-ticket.ts";

const CANARY = "xylophone";
const ID = ticketId("silence", 1);
// One that hangs ends as one without an answer does, twenty seconds later.
const KINDS = (Object.keys(FAILURES) as FailureKind[]).filter((kind) => kind !== "hang");
const PLACES = (await measureCosts()).flatMap(({ method, cold }) =>
  [...new Set(cold.operations)].map((operation) => [method, operation] as const),
);
const ROW: OutboxRow = {
  key: "ticket",
  seq: 1,
  effect: { kind: "openTicket", ticketId: ID },
  tries: 1,
  dueAt: AT,
  since: AT,
  problem: null,
  detail: null,
};

let standIn: LinearStandIn;
let nth = 0;
/** Errors that would have told the canary, had anybody told their text. */
let quoting = 0;

// Nothing is remembered of a try before: neither a key nor a name.
function connect(): Promise<TicketSystem> {
  return connectLinear(linearSettings(standIn), new KeyMemories());
}

/** Whatever goes wrong says what was sent. */
function quote(): void {
  const { fetch: send } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
    const said = `${CANARY} ${String(request[1]?.body)}`;
    const answer = await send(...request).catch(() => {
      throw new TypeError(`fetch failed: ${said}`);
    });
    const { status, headers } = answer;
    const body = await answer.text();
    const quoted = body
      .replace(/"message":"[^"]*"/g, () => `"message":${JSON.stringify(said)}`)
      .replace(
        /"userPresentableMessage":"[^"]*"/g,
        () => `"userPresentableMessage":${JSON.stringify(said)}`,
      );
    return new Response(answer.ok || quoted !== body ? quoted : `${body} ${said}`, {
      status,
      headers,
    });
  });
}

/** Does it as an alarm does: what is stored of it, and what is printed. */
async function told(method: keyof typeof METHODS): Promise<{ stored: string; printed: string }> {
  nth += 1;
  const linear = await connect();
  const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  );
  const rows = [ROW];
  const stored: (string | null)[] = [];
  await drainOutbox({
    next: () => rows.shift() ?? null,
    begin: (row) => row,
    perform: async () => {
      try {
        await METHODS[method](linear, { id: ID, nth, words: `${CANARY} ${nth}` });
        return { kind: "done", event: null };
      } catch (error) {
        if (String(error).includes(CANARY)) quoting += 1;
        const problem = problemOf(error, AT);
        if (problem === null) throw error;
        return { kind: "failed", ...problem };
      }
    },
    finish: () => {},
    postpone: (_row, _dueAt, problem, detail) => {
      stored.push(problem, detail);
      logWarning("effect postponed", { problem });
    },
    tellIndex: () => {},
    now: () => AT,
    random: () => 0,
  });
  const printed = JSON.stringify(spies.map(({ mock }) => mock.calls));
  vi.restoreAllMocks();
  return { stored: stored.join(), printed };
}

beforeAll(async () => {
  standIn = await startLinearStandIn();
  await (await connect()).create(ID, ticketDraft({ title: CANARY, description: CANARY }));
});
afterAll(() => standIn.close());

describe("a failure of Linear", () => {
  it.each(PLACES)("says nothing of the ticket, when %s fails at %s", async (method, operation) => {
    for (const kind of KINDS) {
      standIn.fail({ kind, operation });
      quote();
      // oxlint-disable-next-line no-await-in-loop -- one failure after the other
      const { stored, printed } = await told(method);
      expect(stored).toMatch(/^Linear\b/);
      expect(printed).toContain("effect postponed");
      expect(`${stored} ${printed}`).not.toContain(CANARY);
    }
  });

  it("would have said it, had anybody told the error's text", () => {
    expect(quoting).toBeGreaterThan(nth / 2);
  });
});
