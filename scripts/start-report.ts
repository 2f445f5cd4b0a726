// What `npm start` prints, and whether it is as it should be. Pure.
import { FAULTS } from "../examples/scenario.ts";
import { layOut } from "./table.ts";

export interface Report {
  readonly incidents: readonly ReportedIncident[];
  /** Every ticket that the stand-in holds. */
  readonly ticketUrls: readonly string[];
}

export interface ReportedIncident {
  readonly url: string;
  readonly route: string;
  readonly type: string;
  readonly count: number;
  readonly ticketUrl: string | null;
}

/** Whether every failure was counted and every incident has its ticket. */
export function isComplete(report: Report): boolean {
  const expected = FAULTS.flatMap((fault) => fault.incidents);
  const failures = report.incidents.reduce((sum, incident) => sum + incident.count, 0);
  const wanted = expected.reduce((sum, incident) => sum + incident.count, 0);
  return (
    failures >= wanted &&
    report.incidents.length >= expected.length &&
    report.incidents.every((incident) => incident.ticketUrl !== null)
  );
}

/** What is not as it should be, a line each; empty when all is well. */
export function judge(report: Report): readonly string[] {
  const expected = FAULTS.flatMap((fault) =>
    fault.incidents.map((incident) => ({ ...incident, fault: fault.name })),
  );
  const missing = expected.flatMap(({ route, count, fault }) => {
    const found = report.incidents.filter((incident) => incident.route === route);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      return [`${fault}: ${found.length} incidents at ${route} instead of one`];
    }
    return [
      ...(only.count === count ? [] : [`${fault}: counted ${only.count} instead of ${count}`]),
      ...(only.ticketUrl === null ? [`${fault}: no ticket`] : []),
    ];
  });
  const routes = new Set(expected.map(({ route }) => route));
  const surplus = report.incidents
    .filter((incident) => !routes.has(incident.route))
    .map((incident) => `an incident that nobody caused: ${incident.type} at ${incident.route}`);
  const linked = report.incidents.flatMap(({ ticketUrl }) => ticketUrl ?? []);
  const tickets = report.ticketUrls.length;
  return [
    ...missing,
    ...surplus,
    ...(tickets === expected.length ? [] : [`${tickets} tickets instead of ${expected.length}`]),
    ...(new Set(linked).size === linked.length ? [] : ["two incidents share a ticket"]),
  ];
}

/** The incidents by fault, with addresses. */
export function table(report: Report): string {
  const rows = FAULTS.flatMap((fault) =>
    fault.incidents.map(({ route }) => {
      const found = report.incidents.find((incident) => incident.route === route);
      return [
        fault.name,
        route,
        found?.type ?? "no incident",
        String(found?.count ?? 0),
        found?.ticketUrl ?? "no ticket",
        found?.url ?? "",
      ];
    }),
  );
  return layOut([["fault", "route", "type", "failures", "ticket", "incident"], ...rows]);
}
