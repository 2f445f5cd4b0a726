// An incident that has forgotten everything, and its ticket that is there, over the SDK's real HTTP
// path.
import { LinearClient } from "@linear/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED_IDS } from "../../examples/linear-stand-in/store/seed.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { AT } from "../support/factories.ts";
import { follower } from "../support/life.ts";
import { madeOf, onStandIn, opening } from "../support/on-stand-in.ts";
import type { OnStandIn } from "../support/on-stand-in.ts";

let linear: OnStandIn;
let client: LinearClient;
beforeAll(async () => {
  linear = await onStandIn(() => AT);
  client = new LinearClient({ apiKey: linear.standIn.apiKey, apiUrl: linear.standIn.graphqlUrl });
});
afterAll(() => linear.close());

function open(state: IncidentState): Promise<IncidentState> {
  return linear.done(state, opening(state));
}

function show(state: IncidentState): Promise<IncidentState> {
  return linear.done(state, { kind: "showTicket", ticketId: madeOf(state).id });
}

/** An incident in an episode, with its ticket open and linked. */
async function inEpisode(episode: number): Promise<IncidentState> {
  const fresh = linear.wanted();
  const ticket = { status: "opening", id: idIn(fresh, episode), words: null } as const;
  const state: IncidentState = {
    ...fresh,
    episode,
    phase: { name: "ticketed", since: AT, ticket },
  };
  return show(await open(state));
}

function idIn({ ownedKey, family }: IncidentState, episode: number): string {
  return ticketId(ownedKey ?? family, episode);
}

/** The same incident, with nothing remembered: it wants the ticket of its first episode. */
function forgetful(state: IncidentState): IncidentState {
  const ticket = { status: "opening", id: idIn(state, 1), words: null } as const;
  return { ...state, episode: 1, phase: { name: "ticketed", since: AT, ticket } };
}

function count(): number {
  return linear.standIn.state().issues.length;
}

describe("a ticket whose incident has forgotten it", () => {
  it("is found by its id in its first episode", async () => {
    const known = await inEpisode(1);
    const before = count();
    const found = await open(forgetful(known));
    expect(madeOf(found)).toMatchObject({ id: madeOf(known).id });
    expect(count()).toBe(before);
  });

  it("is found by its link in a later one, and is that episode's from then on", async () => {
    const known = await inEpisode(3);
    const before = count();
    const found = await open(forgetful(known));
    expect(found.episode).toBe(3);
    expect(madeOf(found)).toMatchObject({ id: madeOf(known).id, words: null });
    expect(found.timeline.at(-1)?.what).toMatch(/^ticket ENG-\d+ found by its link$/);
    expect(count()).toBe(before);
    // Nothing is known of its words, so all of them are people's.
    await show({ ...found, count: 10 });
    expect(linear.held(found).description).toMatch(/^failures +1\b/m);
    expect(linear.held(found).comments).toHaveLength(1);
  });

  it("is not taken up again once it is closed", async () => {
    const known = await inEpisode(2);
    linear.standIn.edit(madeOf(known).identifier, { state: "Done" });
    const before = count();
    expect(madeOf(await open(forgetful(known))).id).toBe(idIn(known, 1));
    expect(count()).toBe(before + 1);
  });

  it("is told from an issue of somebody's own that links to the incident", async () => {
    const fresh = linear.wanted();
    const { issueId } = await client.createIssue({ teamId: SEED_IDS.team, title: "Look at this" });
    await client.createAttachment({
      issueId: issueId ?? "",
      url: `https://outerloop.example/incidents/${fresh.fingerprint}`,
      title: "what I mean",
      metadata: { outerloopEpisode: 2 },
    });
    const opened = await open(fresh);
    expect(madeOf(opened).id).toBe(idIn(fresh, 1));
  });

  it("is found by whoever of its family comes first, the owner forgotten too", async () => {
    const owner = await inEpisode(2);
    const { family, ownedKey } = owner;
    const heir = { ...linear.wanted(), family, ownedKey };
    const { fingerprint } = heir;
    await show({ ...owner, followers: [follower({ fingerprint })] });
    expect(madeOf(await open(forgetful(heir))).id).toBe(madeOf(owner).id);
  });

  it("is told from one that it only followed as an echo", async () => {
    const owner = await inEpisode(2);
    const echo = linear.wanted();
    const { fingerprint } = echo;
    await show({ ...owner, followers: [follower({ fingerprint, why: "echo" })] });
    expect(madeOf(await open(echo)).id).toBe(idIn(echo, 1));
  });
});
