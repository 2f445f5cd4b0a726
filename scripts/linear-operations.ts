// Every operation on a ticket in Linear, done once: for whoever has to see all of them.
import { ticketId } from "../src/incident/ticket-id.ts";
import type { TicketSystem } from "../src/ticket/linear.ts";
import { ticketDraft } from "../test/support/linear-ticket.ts";

export interface Doing {
  /** A ticket that exists. */
  readonly id: string;
  /** A number that is different each time. */
  readonly nth: number;
  /** What is to be said, wherever something is. */
  readonly words: string;
}

export const METHODS: Readonly<
  Record<keyof TicketSystem, (linear: TicketSystem, doing: Doing) => Promise<unknown>>
> = {
  find: (linear, { id }) => linear.find(id),
  create: (linear, { id, nth, words }) =>
    linear.create(ticketId(id, nth), ticketDraft({ title: words, description: words })),
  checkTeam: (linear) => linear.checkTeam(),
  link: (linear, { id, nth, words }) =>
    linear.link(id, { url: addressOf(nth), title: words, subtitle: words, episode: 1 }),
  linkedTo: (linear, { nth }) => linear.linkedTo(addressOf(nth)),
  move: (linear, { id, nth }) => linear.move(id, nth % 2 === 0 ? "open" : "completed"),
  say: (linear, { id, nth, words }) => linear.say(id, ticketId(`${id} said`, nth), words),
  sayAnew: (linear, { id, nth, words }) =>
    linear.sayAnew(id, ticketId(`${id} said`, nth), words, false),
  sessionOf: (linear, { id }) => linear.sessionOf(id, 0),
  delegate: (linear, { id }) => linear.delegate(id, null),
  takeOffAgent: (linear, { id }) => linear.takeOffAgent(id),
  giveToPerson: (linear, { id }) => linear.giveToPerson(id, false),
  rewrite: (linear, { id, words }) => linear.rewrite(id, { title: words, description: words }),
};

function addressOf(nth: number): string {
  return `https://outerloop.example/${nth}`;
}
