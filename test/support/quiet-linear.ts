// A Linear that holds no ticket and takes whatever it is told, for the tests of what is told to it.
import type { TicketSystem } from "../../src/ticket/linear.ts";
import { foundTicket } from "./held-ticket.ts";

/** The system; `over` answers in its place. */
export function quietLinear(over: Partial<TicketSystem> = {}): TicketSystem {
  return {
    find: async () => null,
    create: async () => foundTicket(),
    checkTeam: async () => {},
    link: async () => {},
    linkedTo: async () => [],
    move: async () => {},
    say: async () => {},
    sayAnew: async () => {},
    sessionOf: async () => null,
    delegate: async () => {},
    takeOffAgent: async () => {},
    giveToPerson: async () => null,
    rewrite: async () => {},
    ...over,
  };
}
