// Linear as far as outcomes go: what it holds, and every way in which a call to it can end. The real
// SDK is driven in test/ticket/linear.test.ts, over HTTP.
import type { TicketReading, TicketState } from "../../../src/incident/ticket.ts";
import type { TicketSystem } from "../../../src/ticket/linear.ts";

/** How a call ends: done, not done, done but the answer lost, or the process dies before or after. */
export type Ending = "done" | "failed" | "lost" | "dies before" | "dies after";

export interface HeldIssue {
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
  /** Whether work on a ticket is wanted when it is created. */
  isWanted: () => boolean = () => true;
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
          this.wrong.push(
            ...(this.issues.has(id) ? [`created twice: ${id}`] : []),
            ...(this.isWanted() ? [] : [`created unwanted: ${id}`]),
          );
          const issue = {
            state: "open",
            closedAt: 0,
            comments: new Map(),
            links: new Map(),
          } as const;
          this.issues.set(id, { ...issue });
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
    if (issue === undefined) throw new Error(`there is no issue ${id}`);
    return issue;
  }

  #die(): never {
    this.onDeath();
    throw new Error("the process died");
  }
}
