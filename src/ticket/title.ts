// A title is read first and by everyone, so it is made of trusted parts only: the producer's name,
// the route pattern and a type that looks like an identifier. Never of a message.
import type { Grouping } from "../failure/failure.ts";
import { PATH_WORDS_MAX, TITLE_UNITS_MAX } from "../limits.ts";
import { plainWord } from "./contain.ts";

// Plain characters and no spaces but single ones inside; Linear shows a title as it is. Enough for `Vault GET /orders/:id` and `cron:*/5 * * * *`, too little for a sentence.
const PRODUCER = /^[\w./-]{1,100}$/;
const ROUTE = /^[\w./:*,~%-]+(?: [\w./:*,~%-]+){0,5}$/;
const TYPE = /^[A-Za-z_$][\w$.]{0,63}$/;

/** "shop: PaymentError at GET /orders/:id". */
export function ticketTitle(grouping: Grouping): string {
  const producer = producerWord(grouping.producer);
  const type = plainWord(grouping.type, TYPE) ?? "Error";
  const route = plainRoute(grouping.route);
  const status = grouping.status === null ? "" : ` ${grouping.status}`;
  const title = `${producer}: ${type}${status}${route === null ? "" : ` at ${route}`}`;
  return title.slice(0, TITLE_UNITS_MAX);
}

/** The title of one whose text is held back: nothing of it but the producer. */
export function heldBackTitle({ producer }: Grouping): string {
  return `${producerWord(producer)}: a failure whose text is held back`;
}

/** The producer's name where it is plain, else null. */
export function plainProducer(producer: string): string | null {
  return plainWord(producer, PRODUCER);
}

/** The route, shortened, where it is plain, else null. */
export function plainRoute(route: string): string | null {
  return plainWord(shortRoute(route), ROUTE);
}

/** A producer's name as a title may show it. */
export function producerWord(producer: string): string {
  return plainProducer(producer) ?? "a producer";
}

// Whoever calls the producer writes the words of a path. Two of them place a fault; more could be
// made to read as a sentence.
function shortRoute(route: string): string {
  const [start = "", ...segments] = route.split("/");
  return segments.length > PATH_WORDS_MAX && !route.startsWith("cron:")
    ? `${[start, ...segments.slice(0, PATH_WORDS_MAX)].join("/")}/*`
    : route;
}
