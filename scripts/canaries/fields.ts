// Where secrets are planted: every field of every kind of trace, and what is said to keep each in.
import type { Plant } from "./planted.ts";
import * as part from "./trace-parts.ts";

/** By trigger: what is special about a trace of it; the rest is the same for all of them. */
export const TRACES: Readonly<Record<string, (plant: Plant) => object>> = {
  fetch: (plant) => ({
    event: { request: part.request(plant), response: { status: 500 } },
    exceptions: [
      part.thrown({
        name: plant("exception name", "pattern").bare,
        message: plant("exception message", "redaction").text,
      }),
    ],
  }),
  rpc: (plant) => ({
    event: { rpcMethod: plant("RPC method", "pattern").bare },
    exceptions: [part.thrown({ stack: part.stack(plant) })],
  }),
  scheduled: (plant) => ({
    event: { cron: plant("cron", "pattern").bare, scheduledTime: 1 },
    logs: [part.logged([plant("log text", "redaction").text])],
  }),
  alarm: (plant) => ({
    event: { scheduledTime: plant("scheduled time", "not read").line },
    durableObjectId: plant("Durable Object id", "not read").line,
    logs: [part.logged(["refused", part.entry(plant("log object", "redaction"))])],
  }),
  queue: (plant) => ({
    event: { queue: plant("queue name", "pattern").bare, batchSize: 1 },
    logs: [
      part.logged([{ request: { headers: part.entry(plant("nested object", "redaction")) } }]),
    ],
  }),
  email: (plant) => ({
    event: {
      mailFrom: plant("email from", "not read").line,
      rcptTo: plant("email to", "not read").line,
      rawSize: 1,
    },
    logs: [part.logged([[part.pair(plant("logged list", "redaction"))]])],
  }),
  websocket: (plant) => ({
    event: { getWebSocketEvent: { webSocketEventType: plant("websocket type", "pattern").bare } },
    logs: [part.logged(part.filled(plant("format argument", "redaction")))],
  }),
  hibernate: (plant) => ({
    event: { reason: plant("hibernate reason", "pattern").bare },
    logs: [part.errorLogged(plant)],
  }),
  connect: (plant) => ({
    // No JSON can say this kind: tail-door.ts knows what is meant.
    event: "connect",
    entrypoint: plant("entrypoint", "redaction").line,
    scriptTags: [plant("script tag", "not read").line],
    tailAttributes: part.entry(plant("tail attribute", "not read")),
    diagnosticsChannelEvents: [
      { channel: "db", message: part.entry(plant("diagnostics channel", "not read")) },
    ],
    logs: [part.logged([`RangeError: ${plant("printed error", "redaction").line}\n${part.STACK}`])],
  }),
  custom: (plant) => ({
    event: {},
    scriptVersion: {
      id: plant("version id", "redaction").line,
      tag: plant("version tag", "redaction").line,
      message: plant("version message", "not read").line,
    },
    logs: [part.logged([`${plant("format string", "redaction").text} of %s`, "shop"])],
  }),
  unknown: (plant) => ({
    event: { [plant("unknown trigger", "pattern").bare]: 1 },
    dispatchNamespace: plant("dispatch namespace", "redaction").line,
    logs: [part.logged(part.split(plant("split over arguments", "redaction")))],
  }),
  none: (plant) => ({
    event: null,
    outcome: plant("outcome", "redaction").line,
    executionModel: plant("execution model", "redaction").line,
    scriptName: plant("script name", "redaction").line,
    exceptions: [part.thrown({})],
    logs: [
      { ...part.logged([plant("log that is no error", "not read").text]), level: "log" },
      { ...part.logged(["refused"]), level: plant("log level", "not read").line },
    ],
  }),
  tail: (plant) => ({
    event: { consumedEvents: [{ scriptName: plant("consumed trace", "not read").line }] },
    preview: { id: "1", slug: plant("preview", "not read").line, name: "preview" },
    exceptions: [part.thrown({ message: plant("dropped failure", "redaction").text })],
  }),
  unreadable: (plant) => ({
    outcome: "exception",
    exceptions: plant("trace that is none", "not read").text,
  }),
};

/** Triggers whose traces put no failure on the queue: one is dropped, one is no trace. */
export const SILENT: ReadonlySet<string> = new Set(["tail", "unreadable"]);
