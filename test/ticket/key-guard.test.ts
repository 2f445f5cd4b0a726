import { parseLinearError } from "@linear/sdk";
import { describe, expect, it } from "vitest";
import { KEY_REFUSED_MS } from "../../src/limits.ts";
import { KeyGuard } from "../../src/ticket/key-guard.ts";
import { readLinearProblem } from "../../src/ticket/linear-problem.ts";
import { AT } from "../support/factories.ts";

const REFUSED = { response: { status: 401 } };
const BUSY = { response: { status: 500 } };

function refusedAt(at: number, error: unknown = REFUSED): KeyGuard {
  const guard = new KeyGuard();
  guard.failed(error, at);
  return guard;
}

describe("KeyGuard", () => {
  it("lets a key be tried of which nothing is known", () => {
    expect(new KeyGuard().refusalAt(AT)).toBeNull();
  });

  it("holds a refused key back for a while, and no longer", () => {
    const guard = refusedAt(AT);
    expect(guard.refusalAt(AT)).not.toBeNull();
    expect(guard.refusalAt(AT + KEY_REFUSED_MS - 1)).not.toBeNull();
    expect(guard.refusalAt(AT + KEY_REFUSED_MS)).toBeNull();
  });

  it("holds nothing back for a failure that is not the key's", () => {
    expect(refusedAt(AT, BUSY).refusalAt(AT)).toBeNull();
    expect(refusedAt(AT, { response: { status: 403 } }).refusalAt(AT)).toBeNull();
  });

  it("lets the key be tried as soon as Linear took it", () => {
    const guard = refusedAt(AT);
    guard.succeeded();
    expect(guard.refusalAt(AT + 1)).toBeNull();
  });

  it("goes by no clock that was set back: it would wait for days", () => {
    expect(refusedAt(AT).refusalAt(AT - 1)).toBeNull();
  });

  it.each([
    ["HTTP 401", REFUSED],
    ["HTTP 200", { response: { errors: [{ extensions: { code: "AUTHENTICATION_ERROR" } }] } }],
  ])("answers as Linear did, in %s, and says when it may be tried", (http, error) => {
    const refusal = refusedAt(AT, error).refusalAt(AT + 60_000);
    const thrown = parseLinearError(refusal as unknown as Parameters<typeof parseLinearError>[0]);
    expect(readLinearProblem(thrown, AT + 60_000)).toEqual({
      kind: "unauthorized",
      text: `Linear refused the key (${http}): set LINEAR_API_KEY anew`,
      notBefore: AT + KEY_REFUSED_MS,
    });
  });
});
