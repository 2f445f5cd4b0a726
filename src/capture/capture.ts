// What the tail Worker does with the traces that show a sign of failure.
import { failureMessage } from "../failure/message.ts";
import type { FailureMessage, NoticeMessage } from "../failure/message.ts";
import { refineTrace } from "../refine/refine.ts";
import type { RefineOptions } from "../refine/refine.ts";
import { boundRoute } from "./bound-routes.ts";
import type { SeenRoutes } from "./bound-routes.ts";
import { board, leave, overdueKeys } from "./coalesce.ts";
import type { Waiting } from "./coalesce.ts";
import { failureCount, noticeOf, sendMessages } from "./send.ts";
import type { CapturedMessage, SendDeps } from "./send.ts";
import { readTrace } from "./trace.ts";

/** What one isolate remembers between invocations. */
export interface CaptureMemory {
  readonly waiting: Waiting;
  readonly routes: SeenRoutes;
  /** Failures given up since the last notice. */
  shed: number;
  /** What is wrong with the rules, until a notice has told of it. */
  ruleProblems: number;
}

export interface CaptureDeps extends SendDeps {
  readonly options: RefineOptions;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Refines the traces and sees their failures onto the queue; resolves when none is in hand. */
export async function capture(
  items: readonly unknown[],
  memory: CaptureMemory,
  deps: CaptureDeps,
): Promise<void> {
  const { messages, unrefined, cutCount } = refineAll(items, memory, deps);
  memory.shed += cutCount;
  const now = deps.now();
  const overdue = overdueKeys(memory.waiting, now).flatMap(
    (key) => leave(memory.waiting, key, now) ?? [],
  );
  const boarded = messages.map((message) => ({
    message,
    boarding: board(memory.waiting, message, now),
  }));
  const atOnce: CapturedMessage[] = [
    ...overdue,
    ...boarded.filter(({ boarding }) => boarding.kind === "send").map(({ message }) => message),
  ];
  if (unrefined > 0) {
    atOnce.push(noticeOf("unrefined", unrefined, deps.newId(), now));
  }
  const rides = boarded.map(async ({ boarding }) => {
    if (boarding.kind !== "wait") return;
    await deps.wait(boarding.waitMs);
    const message = leave(memory.waiting, boarding.key, deps.now());
    if (message !== null) await send([message], memory, deps);
  });
  await Promise.all([send(atOnce, memory, deps), ...rides]);
}

function refineAll(
  items: readonly unknown[],
  memory: CaptureMemory,
  deps: CaptureDeps,
): { messages: readonly FailureMessage[]; unrefined: number; cutCount: number } {
  const messages: FailureMessage[] = [];
  let unrefined = 0;
  let cutCount = 0;
  for (const item of items) {
    try {
      const trace = readTrace(item);
      if (!trace.ok) throw new TypeError(trace.problem);
      const refined = refineTrace(trace.value, deps.options);
      cutCount += refined.cutCount;
      for (const failure of refined.failures) {
        const now = deps.now();
        const bounded = boundRoute(memory.routes, failure, now);
        messages.push(failureMessage(bounded, deps.newId(), now));
      }
    } catch {
      // refine does not throw; if a mistake of ours makes it, the failure is counted and told, and
      // the others of this batch go on. The error may quote raw text: it is not logged.
      unrefined += 1;
    }
  }
  return { messages, unrefined, cutCount };
}

async function send(
  messages: readonly CapturedMessage[],
  memory: CaptureMemory,
  deps: CaptureDeps,
): Promise<void> {
  if (messages.length === 0) return;
  const { shed, ruleProblems } = memory;
  memory.shed = 0;
  memory.ruleProblems = 0;
  const notice = (about: NoticeMessage["about"], count: number): readonly NoticeMessage[] =>
    count > 0 ? [noticeOf(about, count, deps.newId(), deps.now())] : [];
  const notices = [...notice("shed", shed), ...notice("rules", ruleProblems)];
  const givenUp = await sendMessages([...messages, ...notices], deps);
  memory.shed += failureCount(givenUp);
}
