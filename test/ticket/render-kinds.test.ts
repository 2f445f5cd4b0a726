// What tickets of each kind say, and those whose text is held back.
import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/failure/failure.ts";
import { overflowGrouping } from "../../src/failure/overflow.ts";
import { decideDelegation } from "../../src/ticket/delegate.ts";
import { renderTicket } from "../../src/ticket/render.ts";
import { failure, incident } from "../support/factories.ts";
import { follower } from "../support/life.ts";
import { headings, incidentOf, made, options, policy } from "../support/rendered.ts";

describe("renderTicket, by kind", () => {
  const outcome = (name: string): Failure =>
    failure({ reason: "outcome", outcome: name, platform: false, frames: [] });

  it.each<[string, Failure, RegExp, RegExp]>([
    ["an exception", failure(), /throws `PaymentError`/, /fails with this exception/],
    [
      "a logged error",
      failure({ reason: "log" }),
      /logs an error in production, `PaymentError`,/,
      /log line/,
    ],
    [
      "a status",
      failure({ reason: "status" }),
      /answers `GET.*with an error status.*no exception/,
      /gets this status/,
    ],
    ["CPU time", outcome("exceededCpu"), /more CPU time than they may/, /a loop, an expression/],
    ["memory", outcome("exceededMemory"), /more memory than they may/, /could be streamed/],
    ["time", outcome("exceededWallTime"), /longer than they may/, /without a time-out/],
    ["any other outcome", outcome("canceledBySomebody"), /end with `canceledBy/, /no exception/],
  ])("has words of its own for %s", (_what, sample, opening, advice) => {
    const { description } = renderTicket(incidentOf(sample), options);
    expect(description.split("\n")[0]).toMatch(opening);
    expect(description).toMatch(advice);
    expect(description).toContain("A draft pull request");
  });

  it.each(["exceededCpu", "exceededMemory"])(
    "tells what was thrown or logged before %s as what it is, with its words and its stack",
    (name) => {
      const thrown = renderTicket(incidentOf(failure({ outcome: name })), options).description;
      expect(thrown.split("\n")[0]).toContain("throws `PaymentError`");
      const logged = failure({ outcome: name, reason: "log" });
      const { description } = renderTicket(incidentOf(logged), options);
      expect(description.split("\n")[0]).toContain("logs an error");
      for (const text of [thrown, description]) {
        expect(text).toContain("Start at `charge src/pay.ts");
        expect(text).toContain("card declined for order <num>");
      }
    },
  );

  it("shows the stack of an exception that says that a limit was exceeded", () => {
    const message = "Worker exceeded CPU time limit.";
    const grouping = { ...failure().grouping, type: "Error", message };
    const sample = failure({ outcome: "exceededCpu", message, grouping });
    const { description } = renderTicket(incidentOf(sample), options);
    expect(description.split("\n")[0]).toContain("more CPU time than they may");
    expect(description).toContain("Start at `charge src/pay.ts");
  });

  it("says of what was logged that a caller may have written its type and stack", () => {
    const says = (sample: Failure): string => renderTicket(incidentOf(sample), options).description;
    expect(says(failure({ reason: "log" }))).toContain("the type and the stack as well");
    expect(says(failure())).toContain("files and tags are from the Worker's code");
  });

  it("asks people, and nobody for a pull request, where the platform failed", () => {
    const sample = failure({ reason: "outcome", outcome: "internalError", platform: true });
    const state = incidentOf(sample);
    const delegation = decideDelegation(state, policy);
    const draft = renderTicket(state, { ...options, delegation });
    expect(draft).toMatchObject({ delegate: false, priority: 3 });
    expect(draft.description).toContain("cloudflarestatus.com");
    expect(draft.description).not.toContain("A draft pull request");
  });

  it("says HTTP's own number of a status, and wastes no words on a message of ours", () => {
    const grouping = { ...failure().grouping, type: "ResponseStatus", status: 503 };
    const state = incidentOf(failure({ reason: "status", frames: [], grouping }));
    const { description } = renderTicket(state, options);
    expect(description.split("\n")[0]).toContain("with HTTP 503 in production");
    expect(headings(description)).not.toContain("Where it breaks");
  });

  it("tells people's tickets what holds if an agent gets them after all", () => {
    const delegation = { delegate: false, reasons: ["no frame"], isHeldBack: false };
    const { description } = renderTicket(incident(), { ...options, delegation });
    expect(headings(description)).toContain("If an agent gets it after all");
    expect(headings(description)).not.toContain("What is forbidden");
    expect(description).toContain("Running, installing or visiting");
  });

  it("says where to begin without own frames, and without any", () => {
    const foreign = { function: "a", file: "b.js", line: 1, column: 1, own: false };
    const none = renderTicket(incidentOf(failure({ frames: [foreign] })), options).description;
    expect(none).toContain("known for the Worker's own code");
    expect(none).not.toContain("Start at");
  });

  it("shows no one sample of what was counted together beyond the cap", () => {
    const state = incidentOf(failure(), { grouping: overflowGrouping("shop") });
    const { description } = renderTicket(state, options);
    expect(headings(description)).not.toContain("Where it breaks");
    expect(description).toContain("Look at what was deployed last");
  });
});

describe("renderTicket, of a failure whose text is held back", () => {
  const reasons = ["its text is held back (the message addresses its reader)"];
  const delegation = { delegate: false, reasons, isHeldBack: true };

  it("tells nothing that others wrote, not even in a fence, and why", () => {
    const hostile = incidentOf(made((field) => `marker ${field}`));
    const state = { ...hostile, followers: [follower({ route: "marker of a follower" })] };
    const draft = renderTicket(state, { ...options, delegation });
    expect(draft.delegate).toBe(false);
    const told = draft.description.replaceAll(/marker (?:version|outcome|trigger)/g, "");
    expect(`${draft.title}${told}`).not.toContain("marker");
    expect(draft.description).toContain("the message addresses its reader");
    expect(draft.description).toContain("ACCESS_TOKEN");
    expect(draft.description).not.toContain("AGENT_TOKEN");
  });

  it("has a title of the producer alone", () => {
    const draft = renderTicket(incident(), { ...options, delegation });
    expect(draft.title).toBe("shop: a failure whose text is held back");
  });
});
