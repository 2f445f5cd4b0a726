// A test-only Worker around the tail Worker: nobody can call tail() from outside with traces of
// their own, so this takes them by HTTP, calls the real handler and answers with what it sent to the
// queue. It also sends each message once more as one that no reader knows, for the dead letters.
// oxlint-disable-next-line typescript/triple-slash-reference -- wrangler makes it no module
/// <reference path="../../src/tail-env.d.ts" />
import tail from "../../src/tail.ts";

// The name of the runtime's own class is all that tells this kind of trigger, and no JSON has it.
const CONNECT = Object.create({
  constructor: { name: "TraceItemConnectEventInfo" },
}) as TraceItemConnectEventInfo;

export default {
  async fetch(request, env) {
    const items = (await request.json<TraceItem[]>()).map(revived);
    const sent: unknown[] = [];
    const work: Promise<unknown>[] = [];
    const sendBatch: Queue["sendBatch"] = (batch, options) => {
      const messages = [...batch];
      sent.push(...messages.map(({ body }) => body));
      return env.FAILURES.sendBatch(messages, options);
    };
    const waitUntil = (promise: Promise<unknown>): unknown => work.push(promise);
    await tail.tail(items, { ...env, FAILURES: { sendBatch } as Queue }, {
      waitUntil,
    } as ExecutionContext);
    await Promise.all(work);
    const unknowable = sent.map((body) => ({ body: { ...(body as object), v: 99 } }));
    if (unknowable.length > 0) await env.FAILURES.sendBatch(unknowable);
    // Its first word is what must be found in every place: it shows that logs are searched too.
    console.warn(`canary door: ${sent.length} messages`);
    return Response.json(sent);
  },
} satisfies ExportedHandler<TailEnv>;

function revived(item: TraceItem): TraceItem {
  const event: unknown = item.event;
  return event === "connect" ? { ...item, event: CONNECT } : item;
}
