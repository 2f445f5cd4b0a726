// The latest session of one ticket among those of all of them.
import type { LinearClient } from "@linear/sdk";
import { describe, expect, it } from "vitest";
import { SESSIONS_PAGE, SESSIONS_PAGES_MAX } from "../../src/limits.ts";
import { latestSession } from "../../src/ticket/linear-agent.ts";
import { AT } from "../support/factories.ts";

interface Session {
  readonly id: string;
  readonly issueId: string;
  readonly status: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly url: string | null;
}

function session(issueId: string, nth: number, updatedAt = AT + nth): Session {
  return {
    id: `${issueId} ${nth}`,
    issueId,
    status: "active",
    createdAt: new Date(AT + nth),
    updatedAt: new Date(updatedAt),
    url: null,
  };
}

/** Lists them as Linear does: those that changed last come first, a page at a time. */
function listing(sessions: readonly Session[]): { client: LinearClient; pages: () => number } {
  const ordered = sessions.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  let pages = 0;
  const client = {
    async agentSessions({ first, after }: { first: number; after?: string }) {
      pages += 1;
      const from = after === undefined ? 0 : Number(after);
      const nodes = ordered.slice(from, from + first);
      const hasNextPage = from + first < ordered.length;
      return { nodes, pageInfo: { hasNextPage, endCursor: String(from + first) } };
    },
  };
  return { client: client as unknown as LinearClient, pages: () => pages };
}

const OTHERS = Array.from({ length: SESSIONS_PAGE * 12 }, (_, nth) => session("other", nth));

describe("latestSession", () => {
  it("is the one that began last, not the one that changed last", async () => {
    const { client } = listing([session("mine", 1, AT + 9), session("mine", 2, AT + 5)]);
    expect(await latestSession(client, "mine", AT)).toMatchObject({ id: "mine 2" });
  });

  it("is null where there is none, and looks no further back than the issue is old", async () => {
    const { client, pages } = listing(OTHERS);
    expect(await latestSession(client, "mine", AT + SESSIONS_PAGE * 11 + 1)).toBeNull();
    expect(pages()).toBe(1);
  });

  it("is found on a later page", async () => {
    const mine = session("mine", SESSIONS_PAGE * 10 + 10);
    const { client, pages } = listing([...OTHERS, mine]);
    expect(await latestSession(client, "mine", AT)).toMatchObject({ id: mine.id });
    expect(pages()).toBe(2);
  });

  it("is looked for on so many pages and no more", async () => {
    const { client, pages } = listing(OTHERS);
    expect(await latestSession(client, "mine", AT)).toBeNull();
    expect(pages()).toBe(SESSIONS_PAGES_MAX);
  });
});
