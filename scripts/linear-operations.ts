// Every operation on a ticket in Linear, done once: for whoever has to see all of them.
import { ticketId } from "../src/incident/ticket-id.ts";
import type { TicketSystem, TicketTexts } from "../src/ticket/linear.ts";
import { ticketDraft } from "../test/support/linear-ticket.ts";

type Linear = TicketSystem & TicketTexts;

export interface Doing {
  /** A ticket that exists. */
  readonly id: string;
  /** A number that is different each time. */
  readonly nth: number;
  /** What is to be said, wherever something is. */
  readonly words: string;
}

export const METHODS: Readonly<
  Record<keyof Linear, (linear: Linear, doing: Doing) => Promise<unknown>>
> = {
  find: (linear, { id }) => linear.find(id),
  create: (linear, { id, nth, words }) =>
    linear.create(ticketId(id, nth), ticketDraft({ title: words, description: words })),
  checkTeam: (linear) => linear.checkTeam(),
  link: (linear, { id, nth, words }) =>
    linear.link(id, `https://outerloop.example/${nth}`, words, words),
  move: (linear, { id, nth }) => linear.move(id, nth % 2 === 0 ? "open" : "completed"),
  say: (linear, { id, nth, words }) => linear.say(id, ticketId(`${id} said`, nth), words),
  textOf: (linear, { id }) => linear.textOf(id),
  rewrite: (linear, { id, words }) => linear.rewrite(id, { title: words, description: words }),
};
