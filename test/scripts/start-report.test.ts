import { describe, expect, it } from "vitest";
import { FAULTS } from "../../examples/scenario.ts";
import { judge, table, tally } from "../../scripts/start-report.ts";
import type { Report, ReportedIncident } from "../../scripts/start-report.ts";

// Everything became what it should: one incident for each of the scenario's, one ticket a fault.
function good(): Report {
  const ticketUrls = FAULTS.map((_fault, n) => `http://127.0.0.1:8788/issue/ENG-${n}`);
  const incidents = FAULTS.flatMap((fault, n) =>
    fault.incidents.map(({ route, count }): ReportedIncident => ({
      url: `http://127.0.0.1:8787/incidents/${n}`,
      route,
      type: "TypeError",
      count,
      ticketUrl: ticketUrls[n] ?? null,
    })),
  );
  return { incidents, ticketUrls };
}

// The good report with one incident changed.
function changed(route: string, over: Partial<ReportedIncident>): Report {
  const report = good();
  const incidents = report.incidents.map((incident) =>
    incident.route === route ? { ...incident, ...over } : incident,
  );
  return { ...report, incidents };
}

describe("judge", () => {
  it("finds nothing where all is well", () => {
    expect(judge(good())).toEqual([]);
  });

  it("names the fault that was not seen", () => {
    const report = good();
    const incidents = report.incidents.filter(({ route }) => route !== "GET /stock");
    expect(judge({ ...report, incidents })).toContain(
      "a returned 503: 0 incidents at GET /stock instead of one",
    );
  });

  it("names a fault that became two incidents", () => {
    const report = good();
    const twice = report.incidents.filter(({ route }) => route === "GET /orders/:id");
    expect(judge({ ...report, incidents: [...report.incidents, ...twice] })).toContain(
      "a throw in fetch, with ids: 2 incidents at GET /orders/:id instead of one",
    );
  });

  it("names a fault that was miscounted", () => {
    expect(judge(changed("GET /orders/:id", { count: 19 }))).toEqual([
      "a throw in fetch, with ids: counted 19 instead of 20",
    ]);
  });

  it("names a fault without a ticket", () => {
    const report = changed("GET /stock", { ticketUrl: null });
    expect(judge(report)).toContain("a returned 503: no ticket");
  });

  it("names an incident that nobody caused", () => {
    const report = good();
    const [first] = report.incidents;
    if (first === undefined) throw new Error("the scenario is empty");
    const extra = { ...first, route: "GET /", type: "RangeError", ticketUrl: null };
    expect(judge({ ...report, incidents: [...report.incidents, extra] })).toEqual([
      "an incident that nobody caused: RangeError at GET /",
    ]);
  });

  it("tells a ticket too many and a ticket too few", () => {
    const report = good();
    const { length } = report.ticketUrls;
    expect(judge({ ...report, ticketUrls: [...report.ticketUrls, "http://x/"] })).toEqual([
      `${length + 1} tickets instead of ${length}`,
    ]);
    expect(judge({ ...report, ticketUrls: report.ticketUrls.slice(1) })).toEqual([
      `${length - 1} tickets instead of ${length}`,
    ]);
  });

  it("says that two incidents share a ticket, where the number of tickets is right", () => {
    const [shared = ""] = good().ticketUrls;
    const problems = judge(changed("GET /stock", { ticketUrl: shared }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/share/);
  });

  it("finds everything missing in an empty report", () => {
    const expected = FAULTS.flatMap((fault) => fault.incidents).length;
    expect(judge({ incidents: [], ticketUrls: [] })).toHaveLength(expected + 1);
  });
});

describe("tally", () => {
  it("counts a ticket once that two incidents of one fault share", () => {
    const report = good();
    const failures = FAULTS.flatMap((fault) => fault.incidents)
      .map(({ count }) => count)
      .reduce((sum, count) => sum + count, 0);
    expect(report.incidents.length).toBeGreaterThan(FAULTS.length);
    expect(tally(report)).toBe(
      `${failures} failures, ${report.incidents.length} incidents, ${FAULTS.length} tickets`,
    );
  });

  it("counts no ticket where none is", () => {
    const incidents = good().incidents.map((incident) => ({ ...incident, ticketUrl: null }));
    expect(tally({ incidents, ticketUrls: [] })).toMatch(/, 0 tickets$/);
  });
});

describe("table", () => {
  it("has a line for each incident of the scenario, under a heading", () => {
    const lines = table(good()).split("\n");
    expect(lines).toHaveLength(FAULTS.flatMap((fault) => fault.incidents).length + 1);
    expect(lines[0]).toMatch(/^fault +route +type +failures +ticket +incident$/);
    expect(lines[1]).toMatch(
      /^a throw in fetch, with ids +GET \/orders\/:id +TypeError +20 +http\S+ENG-0 +http\S+\/0$/,
    );
  });

  it("says what is missing", () => {
    const [, line] = table({ incidents: [], ticketUrls: [] }).split("\n");
    expect(line).toMatch(/GET \/orders\/:id +no incident +0 +no ticket$/);
  });

  it("aligns its columns and leaves no blanks at the end of a line", () => {
    const lines = table(good()).split("\n");
    const starts = lines.map((line) => line.search(/ENG-|ticket/) > 0);
    expect(starts).not.toContain(false);
    expect(lines.filter((line) => line.endsWith(" "))).toEqual([]);
    const column = lines[0]?.indexOf("route") ?? -1;
    expect(lines.map((line) => line[column - 1])).toEqual(lines.map(() => " "));
    expect(lines.map((line) => line[column])).not.toContain(" ");
  });
});
