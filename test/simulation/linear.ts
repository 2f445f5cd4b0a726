// The stand-in for Linear, over its control addresses.

export interface LinearIssue {
  readonly id: string;
  readonly identifier: string;
  readonly state: { readonly type: string };
  readonly trashed: boolean;
  readonly archivedAt: string | null;
  readonly attachments: readonly { readonly url: string }[];
  readonly comments: readonly { readonly id: string }[];
  readonly sessions: readonly { readonly status: string }[];
  readonly description: string | null;
}

/** Whether nobody works on it any more. */
export function isClosed({ state, trashed, archivedAt }: LinearIssue): boolean {
  return trashed || archivedAt !== null || ["completed", "canceled"].includes(state.type);
}

const DAY_MS = 24 * 3_600_000;

/**
 * All operations that the ticket of one incident ever takes, but for looking up what the settings
 * name. They are sent one at a time, so a seed replays.
 */
const OPERATIONS = [
  "issueCreate",
  "issues",
  "issue",
  "issueUpdate",
  "attachmentCreate",
  "attachmentsForURL",
  "commentCreate",
  "commentUpdate",
  "agentSessions",
];
/** Every way to fail but "hang", which takes the 20 seconds of a time-out. */
const FAILURES = [
  "ratelimited",
  "ratelimited-code-only",
  "empty-400",
  "unauthorized",
  "forbidden",
  "internal",
  "bad-gateway",
  "invalid-input",
  "no-answer",
  "lost-answer",
];

export class Linear {
  readonly operations = OPERATIONS;
  readonly failures = FAILURES;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async issues(): Promise<readonly LinearIssue[]> {
    const answer = await fetch(`${this.#url}/stand-in/state`);
    return (await answer.json<{ issues: LinearIssue[] }>()).issues;
  }

  /**
   * The start of a day that is later than anything in Linear: what was done there is not taken back,
   * wherever its clock is set, and all tests share it.
   */
  async untouchedDay(): Promise<number> {
    const answer = await fetch(`${this.#url}/stand-in/clock`);
    const { latestAt } = await answer.json<{ latestAt: number }>();
    return Math.max(Date.UTC(2099, 0, 1), (Math.floor(latestAt / DAY_MS) + 2) * DAY_MS);
  }

  async setClock(at: number): Promise<void> {
    await this.#post("/stand-in/clock", { at });
  }

  /** The next `times` requests fail so; those of `operation` only, if one is named. */
  async fail(kind: string, times: number, operation?: string): Promise<void> {
    await this.#post("/stand-in/failures", { kind, times, ...(operation && { operation }) });
  }

  async mend(): Promise<void> {
    await fetch(`${this.#url}/stand-in/failures`, { method: "DELETE" });
  }

  /** What was planned and has not happened. */
  async planned(): Promise<readonly unknown[]> {
    const answer = await fetch(`${this.#url}/stand-in/failures`);
    return (await answer.json<{ planned: unknown[] }>()).planned;
  }

  /** The fields of Query and Mutation that were asked for lately. */
  async operationsSent(): Promise<readonly string[]> {
    const answer = await fetch(`${this.#url}/stand-in/requests`);
    const { requests } = await answer.json<{ requests: { fields: string[] }[] }>();
    return [...new Set(requests.flatMap(({ fields }) => fields))];
  }

  async edit(identifier: string, edit: object): Promise<void> {
    await this.#post(`/stand-in/issues/${identifier}`, edit);
  }

  async remove(identifier: string): Promise<void> {
    await fetch(`${this.#url}/stand-in/issues/${identifier}`, { method: "DELETE" });
  }

  async #post(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.#url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok)
      throw new Error(`the stand-in answered ${answer.status}: ${await answer.text()}`);
  }
}
