// Linear as far as outcomes go: what it holds, and every way in which a call to it can end. The real
// SDK is driven in test/ticket/linear.test.ts, over HTTP.
import { parseLinearError } from "@linear/sdk";
import type { TicketReading, TicketState } from "../../../src/incident/ticket.ts";
import type { TicketSystem } from "../../../src/ticket/linear.ts";

/** How a call ends: done, not done, done but the answer lost, or the process dies before or after. */
export type Ending = "done" | "failed" | "lost" | "dies before" | "dies after";

export interface HeldIssue {
  /** The ticket key that it was created for. */
  readonly key: string;
  state: TicketState;
  closedAt: number;
  readonly comments: Map<string, string>;
  readonly links: Map<string, string>;
}

export class FakeLinear {
  readonly issues = new Map<string, HeldIssue>();
  /** What was done that must not be. */
  readonly wrong: string[] = [];
  /** How the next calls end; after them, all are done. */
  endings: Ending[] = [];
  now = 0;
  /** The ticket key of the owner that creates a ticket now; null where none is wanted. */
  creator: () => string | null = () => "somebody";
  /** Called where the process dies. */
  onDeath: () => void = () => {};

  /** Does the work as the next ending says. */
  async call<Answer>(work: () => Answer): Promise<Answer> {
    const ending = this.endings.shift() ?? "done";
    if (ending === "failed") throw new Error("no answer");
    if (ending === "dies before") return this.#die();
    const answer = work();
    if (ending === "dies after") return this.#die();
    if (ending === "lost") throw new Error("the answer is lost");
    return answer;
  }

  system(): TicketSystem {
    return {
      find: (id) => this.call(() => this.#found(id)),
      create: (id) =>
        this.call(() => {
          const key = this.creator();
          this.wrong.push(
            ...(this.issues.has(id) ? [`created twice: ${id}`] : []),
            ...(key === null ? [`created unwanted: ${id}`] : []),
          );
          const issue = {
            state: "open",
            closedAt: 0,
            comments: new Map(),
            links: new Map(),
          } as const;
          this.issues.set(id, { ...issue, key: key ?? id });
          const found = this.#found(id);
          if (found === null) throw new Error("not created");
          return found;
        }),
      checkTeam: () => this.call(() => {}),
      link: (id, url, _title, subtitle) =>
        this.call(() => {
          this.#held(id).links.set(url, subtitle);
        }),
      move: (id, to) => this.call(() => this.edit(id, to)),
      say: (id, commentId, body) =>
        this.call(() => {
          const { comments } = this.#held(id);
          if (!comments.has(commentId)) comments.set(commentId, body);
        }),
    };
  }

  /** What somebody in Linear does. */
  edit(id: string, state: TicketState): void {
    const issue = this.issues.get(id);
    if (issue === undefined) return;
    issue.state = state;
    issue.closedAt = this.now;
  }

  #found(id: string): { identifier: string; url: string; reading: TicketReading } | null {
    const issue = this.issues.get(id);
    if (issue === undefined) return null;
    const { state, closedAt } = issue;
    const nth = [...this.issues.keys()].indexOf(id) + 1;
    const reading = state === "open" ? ({ state } as const) : { state, closedAt };
    return { identifier: `ENG-${nth}`, url: `https://linear.example/ENG-${nth}`, reading };
  }

  #held(id: string): HeldIssue {
    const issue = this.issues.get(id);
    if (issue === undefined) throw unknownEntity();
    return issue;
  }

  #die(): never {
    this.onDeath();
    throw new Error("the process died");
  }
}

// As Linear answers for an issue that was deleted: HTTP 200 with errors.
function unknownEntity(): Error {
  const raw: unknown = {
    response: { status: 200, errors: [{ message: "gone", extensions: { code: "INPUT_ERROR" } }] },
  };
  return parseLinearError(raw as Parameters<typeof parseLinearError>[0]);
}
