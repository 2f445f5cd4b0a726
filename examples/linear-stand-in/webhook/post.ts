/** What became of a webhook: the receiver's status, or why there was none. */
export type Outcome =
  | { readonly status: number; readonly problem: null }
  | { readonly status: null; readonly problem: string };

/**
 * Sends a webhook, and never throws. The receiver has `answerMs` to answer; its answer's text is not
 * read, and a redirect is not followed: it could lead off this machine.
 */
export async function post(
  url: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  answerMs: number,
  end: AbortSignal,
): Promise<Outcome> {
  const late = AbortSignal.timeout(answerMs);
  try {
    const signal = AbortSignal.any([late, end]);
    const answer = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
    await answer.body?.cancel();
    return { status: answer.status, problem: null };
  } catch (error) {
    if (end.aborted) return { status: null, problem: "the stand-in was closed" };
    if (late.aborted) return { status: null, problem: `no answer within ${answerMs} ms` };
    return { status: null, problem: reasonOf(error) };
  }
}

/** fetch() says "fetch failed", and keeps what failed as the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return "the receiver could not be reached";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
