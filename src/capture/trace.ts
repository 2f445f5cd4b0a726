// Cloudflare's TraceItem -> Trace, from the host's own objects in a tail Worker or from their JSON
// (recorded, or printed by `wrangler tail --format json`). Reads named fields only.
import { INSTANT_MAX } from "../limits.ts";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Trace, TraceException, TraceLog, TraceLogError, Trigger } from "../refine/trace.ts";

/**
 * False for an invocation that shows no sign of failure. This is all that a healthy request of a
 * producer costs, so it reads no more than it must and parses nothing.
 */
export function mayHaveFailed(item: TraceItem): boolean {
  if (item.outcome !== "ok" || item.exceptions.length > 0) return true;
  const { event } = item;
  if (event !== null && "response" in event && (event.response?.status ?? 0) >= 500) return true;
  return item.logs.some((log) => log.level === "error");
}

/** The trace, or what keeps the input from being one. */
export function readTrace(item: unknown): Result<Trace, string> {
  if (!isRecord(item)) return failed("a trace is a JSON object");
  if (typeof item["outcome"] !== "string") return failed('a trace has a text "outcome"');
  for (const list of ["exceptions", "logs"]) {
    const value = item[list];
    if (value !== undefined && !Array.isArray(value)) return failed(`"${list}" is a list`);
  }
  return ok({
    scriptName: textOrNull(item["scriptName"]),
    dispatchNamespace: textOrNull(item["dispatchNamespace"]),
    entrypoint: textOrNull(item["entrypoint"]),
    executionModel: textOrNull(item["executionModel"]) ?? "stateless",
    version: readVersion(item["scriptVersion"]),
    preview: isRecord(item["preview"]),
    outcome: item["outcome"],
    truncated: item["truncated"] === true,
    cpuMs: Math.max(numberOrNull(item["cpuTime"]) ?? 0, 0),
    wallMs: Math.max(numberOrNull(item["wallTime"]) ?? 0, 0),
    at: instantOrNull(item["eventTimestamp"]),
    trigger: readTrigger(item["event"]),
    exceptions: records(item["exceptions"]).map(readException),
    logs: records(item["logs"]).map(readLogEntry),
  });
}

function readException(thrown: Readonly<Record<string, unknown>>): TraceException {
  return {
    at: instantOrNull(thrown["timestamp"]),
    name: textOrNull(thrown["name"]) ?? "Error",
    message: printed(thrown["message"]),
    stack: textOrNull(thrown["stack"]),
  };
}

function readLogEntry(log: Readonly<Record<string, unknown>>): TraceLog {
  const { message, errorInfo } = log;
  return {
    at: instantOrNull(log["timestamp"]),
    level: textOrNull(log["level"]) ?? "log",
    args: Array.isArray(message) ? message : [message],
    errors: Array.isArray(errorInfo) ? errorInfo.map(readLogError) : null,
  };
}

function readLogError(error: unknown): TraceLogError | null {
  if (!isRecord(error)) return null;
  return {
    name: textOrNull(error["name"]) ?? "Error",
    message: printed(error["message"]),
    stack: textOrNull(error["stack"]),
  };
}

// The kinds carry no discriminant; each has a field that the others lack. Only "connect" and
// "custom" are empty alike: the host's class name tells them apart, in JSON nothing does.
function readTrigger(event: unknown): Trigger {
  if (!isRecord(event)) return { kind: "none" };
  const { request, rpcMethod, cron, queue, consumedEvents, mailFrom, getWebSocketEvent } = event;
  if (isRecord(request)) return readFetch(request, event["response"]);
  if (typeof rpcMethod === "string") return { kind: "rpc", method: rpcMethod };
  if (typeof cron === "string") return { kind: "scheduled", cron };
  if (typeof queue === "string") return { kind: "queue", queue };
  if (consumedEvents !== undefined) return { kind: "tail" };
  if (mailFrom !== undefined) return { kind: "email" };
  if (isRecord(getWebSocketEvent)) return readWebSocket(getWebSocketEvent);
  if (event["scheduledTime"] !== undefined) return { kind: "alarm" };
  if (typeof event["reason"] === "string") return { kind: "hibernate", reason: event["reason"] };
  const name: unknown = event.constructor?.name;
  if (typeof name === "string" && /connect/i.test(name)) return { kind: "connect" };
  const [field] = Object.keys(event);
  return field === undefined ? { kind: "custom" } : { kind: "unknown", name: field };
}

function readFetch(request: Readonly<Record<string, unknown>>, response: unknown): Trigger {
  return {
    kind: "fetch",
    method: textOrNull(request["method"]) ?? "GET",
    url: textOrNull(request["url"]) ?? "",
    status: isRecord(response) ? numberOrNull(response["status"]) : null,
  };
}

function readWebSocket(socket: Readonly<Record<string, unknown>>): Trigger {
  return {
    kind: "websocket",
    type: textOrNull(socket["webSocketEventType"]) ?? "message",
    code: numberOrNull(socket["code"]),
  };
}

function readVersion(version: unknown): Trace["version"] {
  if (!isRecord(version)) return null;
  const id = textOrNull(version["id"]);
  return id === null ? null : { id, tag: textOrNull(version["tag"]) };
}

// A message is nearly always a text; recorded traces hold objects too.
function printed(message: unknown): string {
  if (typeof message === "string") return message;
  try {
    return JSON.stringify(message) ?? "";
  } catch {
    // A cycle, a BigInt, a nesting deeper than the stack.
    return "a message that cannot be printed";
  }
}

function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function instantOrNull(value: unknown): number | null {
  const instant = numberOrNull(value);
  return instant !== null && instant > 0 && instant <= INSTANT_MAX ? instant : null;
}
