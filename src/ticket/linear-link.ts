// The links of a ticket: by the address of its incident it is found again when all else is lost.
import type { LinearClient } from "@linear/sdk";

/** A link on a ticket. */
export interface TicketLink {
  readonly url: string;
  readonly title: string;
  readonly subtitle: string;
  /** The episode of the ticket. */
  readonly episode: number;
}

/** An issue that links to an address, with the episode that its link tells. */
export interface LinkedIssue {
  readonly id: string;
  readonly episode: number;
}

const EPISODE = "outerloopEpisode";
/** An address is on the tickets of its episodes and of owners that it followed; most have one. */
const LINKED_MAX = 10;

/** Attaches an address; a second time changes the first attachment. */
export async function linkIssue(
  client: LinearClient,
  issueId: string,
  { url, title, subtitle, episode }: TicketLink,
): Promise<void> {
  const metadata = { [EPISODE]: episode };
  await client.createAttachment({ issueId, url, title, subtitle, metadata });
}

/** The issues that we have linked to an address. */
export async function linkedTo(client: LinearClient, url: string): Promise<readonly LinkedIssue[]> {
  const { nodes } = await client.attachmentsForURL(url, { first: LINKED_MAX });
  return nodes.flatMap(({ issueId, metadata }) => {
    const episode: unknown = metadata[EPISODE];
    const isWhole = typeof episode === "number" && Number.isSafeInteger(episode) && episode > 0;
    return issueId !== undefined && isWhole ? [{ id: issueId, episode }] : [];
  });
}
