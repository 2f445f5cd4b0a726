import { createExecutionContext, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Diagnosis } from "../../src/inspect/doctor.ts";
import { answer } from "../../src/inspect/answer.ts";
import { DeadLetterDO, IncidentIndexDO } from "../../src/worker.ts";
import { failure, failureMessage } from "../support/factories.ts";
import { consume, FAILURES, NOW } from "./consume.ts";
import { ask, FULL, READ, refusalOf } from "./people.ts";

async function doctor(over: object = {}): Promise<Diagnosis> {
  const request = new Request("https://outerloop.example.com/doctor", {
    headers: { authorization: `Bearer ${FULL}` },
  });
  const response = await answer(request, { ...env, ...over }, createExecutionContext());
  expect(response.status).toBe(200);
  return response.json();
}

function checkOf({ checks }: Diagnosis, name: string): Diagnosis["checks"][number] | undefined {
  return checks.find((check) => check.name === name);
}

// Linear as it is where nobody is: the doctor asks, and says so.
const KEYED = {
  LINEAR_API_KEY: "lin_api_hunter2",
  LINEAR_API_URL: "http://127.0.0.1:9/graphql",
  LINEAR_TEAM: "ENG",
  LINEAR_AGENT: "coding-agent",
  PUBLIC_URL: "https://outerloop.example.com",
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("GET /doctor", () => {
  it("creates nothing", async () => {
    const { checks } = await doctor();
    expect(checks.map(({ status }) => status)).not.toContain("failed");
    const tables = await Promise.all(
      [env.INCIDENT_INDEX.getByName("index"), env.DEAD_LETTER.getByName("dead-letters")].map(
        (stub) =>
          runInDurableObject(stub as DurableObjectStub, (_object, { storage }) =>
            storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
          ),
      ),
    );
    expect(tables).toEqual([[], []]);
  });

  it.each([
    ["nobody", null, 401, "unauthorized"],
    ["whoever may only read", READ, 403, "read_only"],
  ])("tells %s nothing", async (_who, token, status, code) => {
    const response = await ask("/doctor", { token });
    expect(await refusalOf(response)).toMatchObject([status, code, /./]);
  });

  it("is shut while no token is configured, and takes no POST", async () => {
    const over = { ACCESS_TOKEN: undefined, AGENT_TOKEN: undefined };
    const request = new Request("https://outerloop.example.com/doctor");
    const shut = await answer(request, { ...env, ...over }, createExecutionContext());
    expect(await refusalOf(shut)).toMatchObject([403, "locked", /./]);
    expect((await ask("/doctor", { method: "POST" })).status).toBe(405);
  });

  it("lets nobody keep what it tells", async () => {
    expect((await ask("/doctor")).headers.get("cache-control")).toBe("no-store");
  });

  it("tells of producers once the queue's consumer heard of them", async () => {
    const grouping = { ...failure().grouping, producer: "shop", type: "UnhandledRejection" };
    const samples = [failure({ reason: "log", grouping })] as const;
    await consume(FAILURES, [{ id: "1", body: failureMessage({ samples }) }]);
    const diagnosis = await doctor();
    const at = new Date(NOW).toISOString();
    expect(diagnosis).toMatchObject({
      ok: true,
      producers: [
        {
          name: "shop",
          heardAt: at,
          failedAt: at,
          stacks: "mapped",
          rejections: "seen",
          fix: null,
        },
      ],
    });
    expect(checkOf(diagnosis, "queue")?.found).toContain(at);
  });

  it("tells of a webhook that was accepted", async () => {
    const at = NOW + 5;
    await env.INCIDENT_INDEX.getByName("index").heard([{ kind: "webhook", name: "linear", at }]);
    const told = checkOf(
      await doctor({ LINEAR_WEBHOOK_SECRET: "hunter2" }),
      "LINEAR_WEBHOOK_SECRET",
    );
    expect(told).toMatchObject({ status: "ok", fix: null });
    expect(told?.found).toContain(new Date(at).toISOString());
  });

  it("tells of each setting that is wrong, and no secret", async () => {
    const diagnosis = await doctor({ ...KEYED, SETTLE_SECONDS: "hunter2", LINEAR_TEAM: "" });
    expect(diagnosis.ok).toBe(false);
    expect(checkOf(diagnosis, "SETTLE_SECONDS")?.status).toBe("failed");
    expect(checkOf(diagnosis, "LINEAR_TEAM")?.status).toBe("failed");
    expect(checkOf(diagnosis, "LINEAR_API_KEY")?.status).toBe("unknown");
    expect(JSON.stringify(diagnosis)).not.toContain("hunter2");
  });

  it("answers where Linear does not, and says so", async () => {
    const diagnosis = await doctor(KEYED);
    expect(diagnosis.ok).toBe(false);
    expect(checkOf(diagnosis, "LINEAR_API_KEY")).toMatchObject({
      status: "failed",
      found: "Linear did not answer",
    });
    expect(checkOf(diagnosis, "LINEAR_TEAM")?.status).toBe("unknown");
    expect(checkOf(diagnosis, "queue")?.status).toBe("ok");
    expect(JSON.stringify(diagnosis)).not.toContain("hunter2");
  });

  it("answers where objects are unwell, and logs their kinds of failure and not their texts", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const unwell = (): never => {
      throw new RangeError("secret inside");
    };
    vi.spyOn(IncidentIndexDO.prototype, "known").mockImplementation(unwell);
    vi.spyOn(DeadLetterDO.prototype, "count").mockImplementation(unwell);
    const diagnosis = await doctor();
    expect(checkOf(diagnosis, "dead letters")?.status).toBe("failed");
    expect(checkOf(diagnosis, "producers")?.status).toBe("failed");
    expect(checkOf(diagnosis, "tickets")?.status).toBe("ok");
    expect(JSON.stringify(diagnosis)).not.toContain("secret inside");
    const line = { message: "the doctor could not read an object", kind: "RangeError" };
    expect(log.mock.calls).toEqual([[JSON.stringify(line)], [JSON.stringify(line)]]);
  });
});
