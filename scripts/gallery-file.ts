// A page of the gallery: the ticket, made; and what its readers said of it, kept.

const BEGINS = "<!-- npm run gallery -->";
const ENDS = "<!-- end of the ticket: what follows is written by hand -->";

const QUESTIONS = `## Read as the agent

- [ ] What would I do first?
- [ ] What is missing?
- [ ] What is noise?

## Read as the person on call

- [ ] What would I do first?
- [ ] What is missing?
- [ ] What is noise?
`;

/** The page with the ticket of now; `before`: the page as it is, or null. */
export function withTicket(before: string | null, body: string): string {
  const [, readings] = before?.split(`${ENDS}\n\n`) ?? [];
  return `${BEGINS}\n\n${body}\n\n${ENDS}\n\n${readings ?? QUESTIONS}`;
}
