// Rules of Linear's webhook: who is believed, and how little a hint may do (design 4.6).
import type { Mutant } from "./mutant.ts";

const HINT: Mutant["tests"] = ["test/incident/hint.test.ts"];
const DOOR: Mutant["tests"] = ["test/workerd/webhook.test.ts"];

export const WEBHOOK_RULES: readonly Mutant[] = [
  {
    rule: "A hint is for the incident that has that very ticket.",
    file: "src/incident/hint.ts",
    find: " || ticket.id !== ticketId) return",
    replace: ") return",
    tests: HINT,
  },
  {
    rule: "A hint that was sent before the ticket was read says nothing new.",
    file: "src/incident/hint.ts",
    find: "ticket.readAt > sentAt + HINT_SKEW_MS",
    replace: "false",
    tests: HINT,
  },
  {
    rule: "A hint allows for clocks that differ.",
    file: "src/incident/hint.ts",
    find: "sentAt + HINT_SKEW_MS",
    replace: "sentAt",
    tests: HINT,
  },
  {
    rule: "A hint does not undo a merge.",
    file: "src/incident/phase.ts",
    find: '(phase.isHandingOver === true || phase.until.kind === "merged")',
    replace: "phase.isHandingOver === true",
    tests: HINT,
  },
  {
    rule: "A hint waits while heirs are asked to take the ticket.",
    file: "src/incident/phase.ts",
    find: "phase.isHandingOver === true || ",
    replace: "",
    tests: HINT,
  },
  {
    rule: "A hint is passed on from what the SDK has verified, and from nothing else.",
    file: "src/inspect/webhook.ts",
    find: "new LinearWebhookClient(secret).parseData(Buffer.from(body), signature)",
    replace: "JSON.parse(Buffer.from(body).toString())",
    tests: DOOR,
  },
  {
    rule: "A hint that was passed on is not passed on again for the same bytes.",
    file: "src/inspect/webhook.ts",
    find: "if (!taken.has(signature, Date.now())) await",
    replace: "await",
    tests: DOOR,
  },
  {
    rule: "A hint that was lost on the way is passed on when it is sent again.",
    file: "src/inspect/webhook.ts",
    find: "  if (!taken.has(signature, Date.now())) await passOn(webhook.value, env, settings);",
    replace:
      "  const isNew = !taken.has(signature, Date.now());\n  taken.add(signature, Date.now());\n  if (isNew) await passOn(webhook.value, env, settings);",
    tests: DOOR,
  },
  {
    rule: "A hint names a ticket by its UUID.",
    file: "src/inspect/read-webhook.ts",
    find: "id.value !== null && UUID.test(id.value) ? id.value : null",
    replace: "id.value",
    tests: ["test/inspect/read-webhook.test.ts"],
  },
  {
    rule: "Without a secret there is no webhook, and no hint.",
    file: "src/inspect/webhook.ts",
    find: 'const secret = settings.linearWebhookSecret;\n  if (secret === null) return errorResponse("unknown_route");',
    replace: 'const secret = settings.linearWebhookSecret ?? "none";',
    tests: DOOR,
  },
  {
    rule: "Who sends a hint may send so much and no more.",
    file: "src/inspect/body.ts",
    find: "if (length > bytesMax) return null;",
    replace: "",
    tests: DOOR,
  },
];
