// Entry of outerloop: everything after the queue.
import { answer } from "./inspect/answer.ts";
import { consumeDeadLetters, consumeFailures, isDeadLetterQueue } from "./intake/consume.ts";
import { readSettings } from "./settings.ts";

export { DeadLetterDO } from "../durable-objects/dead-letter-do.ts";
export { IncidentDO } from "../durable-objects/incident-do.ts";
export { IncidentIndexDO } from "../durable-objects/incident-index-do.ts";
export { ProducerDO } from "../durable-objects/producer-do.ts";
export { TicketDeskDO } from "../durable-objects/ticket-desk-do.ts";

export default {
  fetch: answer,
  async queue(batch, env) {
    const consume = isDeadLetterQueue(batch.queue) ? consumeDeadLetters : consumeFailures;
    await consume(batch, env, readSettings(env));
  },
} satisfies ExportedHandler<Env>;
