// What refine reads of one invocation of a producer: plain data, cut down from Cloudflare's TraceItem
// (https://developers.cloudflare.com/workers/runtime-apis/handlers/tail/) by capture/trace.ts.
// Headers, cookies, bodies and `cf` are not here, so nothing downstream can leak them.

/** One invocation. Times are milliseconds since 1970, durations milliseconds. */
export interface Trace {
  /** The producer's script name; null in local runs. */
  readonly scriptName: string | null;
  readonly dispatchNamespace: string | null;
  /** A named entrypoint or the class of a Durable Object. */
  readonly entrypoint: string | null;
  /** "stateless", "durableObject" and whatever the platform adds. */
  readonly executionModel: string;
  readonly version: TraceVersion | null;
  /** True for a preview deployment. */
  readonly preview: boolean;
  /** As the platform says it: "ok", "exception", "exceededCpu", …; unknown ones are kept. */
  readonly outcome: string;
  /** True where the runtime cut this trace down to its 256 KB budget. */
  readonly truncated: boolean;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly at: number | null;
  readonly trigger: Trigger;
  readonly exceptions: readonly TraceException[];
  readonly logs: readonly TraceLog[];
}

export interface TraceVersion {
  readonly id: string;
  readonly tag: string | null;
}

/** What started the invocation: Cloudflare's eleven kinds of `event`, and none. */
export type Trigger =
  | {
      readonly kind: "fetch";
      readonly method: string;
      readonly url: string;
      readonly status: number | null;
    }
  | { readonly kind: "rpc"; readonly method: string }
  | { readonly kind: "scheduled"; readonly cron: string }
  | { readonly kind: "queue"; readonly queue: string }
  | {
      readonly kind: "websocket";
      /** "message", "close" or "error". */
      readonly type: string;
      /** The close code. */
      readonly code: number | null;
    }
  | { readonly kind: "hibernate"; readonly reason: string }
  | { readonly kind: "alarm" | "email" | "tail" | "connect" | "custom" | "none" }
  /** A kind that this version does not know: kept, never thrown away. */
  | { readonly kind: "unknown"; readonly name: string };

export interface TraceException {
  readonly at: number | null;
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
}

export interface TraceLog {
  readonly at: number | null;
  readonly level: string;
  /** The arguments of the console call: the first may be an uninterpolated format string. */
  readonly args: readonly unknown[];
  /** By position: the native error among the arguments; absent in runtimes before June 2026. */
  readonly errors: readonly (TraceLogError | null)[] | null;
}

export interface TraceLogError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
}
