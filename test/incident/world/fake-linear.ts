// Linear as far as outcomes go: what it holds, and every way in which a call to it can end. The real
// SDK is driven in test/ticket/linear.test.ts, over HTTP.
import { parseLinearError } from "@linear/sdk";
import type { AgentSession } from "../../../src/incident/agent-work.ts";
import type { TicketState } from "../../../src/incident/ticket.ts";
import type { TicketText } from "../../../src/incident/ticket-words.ts";
import type { TicketSystem } from "../../../src/ticket/linear.ts";
import type { FoundTicket } from "../../../src/ticket/linear-read.ts";
import type { TicketLink } from "../../../src/ticket/linear-link.ts";

/** How a call ends: done, not done, done but the answer lost, or the process dies before or after. */
export type Ending = "done" | "failed" | "lost" | "dies before" | "dies after";

export interface HeldIssue {
  /** The ticket key that it was created for. */
  readonly key: string;
  state: TicketState;
  closedAt: number;
  text: TicketText;
  /** Whether people have written the description. */
  isEdited: boolean;
  delegateId: string | null;
  assigneeId: string | null;
  readonly createdAt: number;
  readonly sessions: AgentSession[];
  readonly comments: Map<string, string>;
  readonly links: Map<string, TicketLink>;
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
      create: (id, draft) =>
        this.call(() => {
          const key = this.creator();
          this.wrong.push(
            ...(this.issues.has(id) ? [`created twice: ${id}`] : []),
            ...(key === null ? [`created unwanted: ${id}`] : []),
          );
          const { title, description, priority } = draft;
          const issue: HeldIssue = {
            key: key ?? id,
            state: "open",
            closedAt: 0,
            text: { title, description, priority },
            isEdited: false,
            delegateId: null,
            assigneeId: null,
            createdAt: this.now,
            sessions: [],
            comments: new Map(),
            links: new Map(),
          };
          this.issues.set(id, issue);
          if (draft.delegate) this.#delegate(issue);
          const found = this.#found(id);
          if (found === null) throw new Error("not created");
          return found;
        }),
      checkTeam: () => this.call(() => {}),
      link: (id, link) => this.call(() => void this.#held(id).links.set(link.url, link)),
      linkedTo: (url) =>
        this.call(() =>
          [...this.issues].flatMap(([id, { links }]) => {
            const episode = links.get(url)?.episode ?? null;
            return episode === null ? [] : [{ id, episode }];
          }),
        ),
      move: (id, to) => this.call(() => this.edit(id, to)),
      say: (id, commentId, body) =>
        this.call(() => {
          const { comments } = this.#held(id);
          if (!comments.has(commentId)) comments.set(commentId, body);
        }),
      sayAnew: (id, commentId, body) =>
        this.call(() => void this.#held(id).comments.set(commentId, body)),
      sessionOf: (id) => this.call(() => this.#held(id).sessions.at(-1) ?? null),
      delegate: (id) => this.call(() => this.#delegate(this.#held(id))),
      takeOffAgent: (id) =>
        this.call(() => {
          this.#held(id).delegateId = null;
        }),
      giveToPerson: (id) =>
        this.call(() => {
          const issue = this.#held(id);
          issue.delegateId = null;
          issue.assigneeId ??= "person";
          return issue.assigneeId;
        }),
      rewrite: (id, text) => this.call(() => this.#rewrite(this.#held(id), text)),
    };
  }

  /** What somebody in Linear does. */
  edit(id: string, state: TicketState): void {
    const issue = this.issues.get(id);
    if (issue === undefined) return;
    issue.state = state;
    issue.closedAt = this.now;
  }

  /** The agent's side of the latest session; `dismissed`: somebody took it off. */
  agent(id: string, status: string): void {
    const issue = this.issues.get(id);
    if (issue === undefined) return;
    const session = issue.sessions.pop();
    if (session !== undefined) issue.sessions.push({ ...session, status });
    if (status === "dismissed") issue.delegateId = null;
  }

  /** People write the description anew. */
  write(id: string): void {
    const issue = this.issues.get(id);
    if (issue === undefined) return;
    issue.text = { ...issue.text, description: `what people know, ${this.now}` };
    issue.isEdited = true;
  }

  #rewrite(issue: HeldIssue, text: Partial<TicketText>): void {
    if (issue.isEdited && text.description !== undefined) {
      this.wrong.push("wrote over people's words");
    }
    issue.text = { ...issue.text, ...text };
  }

  // Naming the agent that is set already starts nothing.
  #delegate(issue: HeldIssue): void {
    if (issue.delegateId !== null) return;
    issue.delegateId = "agent";
    const id = `session-${issue.sessions.length + 1}`;
    issue.sessions.push({
      id,
      status: "pending",
      createdAt: this.now + issue.sessions.length,
      url: null,
    });
  }

  #found(id: string): FoundTicket | null {
    const issue = this.issues.get(id);
    if (issue === undefined) return null;
    const { state, closedAt, text, assigneeId, delegateId, createdAt } = issue;
    const nth = [...this.issues.keys()].indexOf(id) + 1;
    const [identifier, url] = [`ENG-${nth}`, `https://linear.example/ENG-${nth}`];
    return {
      reading: state === "open" ? { state } : { state, closedAt },
      facts: { identifier, url, assigneeId, delegateId, session: null },
      text,
      createdAt,
    };
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
