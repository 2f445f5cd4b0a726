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

/** How far it is, in one line. Incidents of one fault share a ticket, which counts once. */
export function tally({ incidents }: Report): string {
  const failures = incidents.reduce((sum, incident) => sum + incident.count, 0);
  const tickets = new Set(incidents.flatMap(({ ticketUrl }) => ticketUrl ?? []));
  return `${failures} failures, ${incidents.length} incidents, ${tickets.size} tickets`;
}

/** Whether every failure was counted and every incident has a ticket, its own or another's. */
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
  const tickets = report.ticketUrls.length;
  return [
    ...missing,
    ...surplus,
    ...sharing(report),
    ...(tickets === FAULTS.length ? [] : [`${tickets} tickets instead of ${FAULTS.length}`]),
  ];
}

// One ticket a fault, whatever routes it takes, and no ticket for two.
function sharing(report: Report): readonly string[] {
  const ticketsOf = FAULTS.map((fault) => {
    const routes = new Set(fault.incidents.map(({ route }) => route));
    const urls = report.incidents
      .filter(({ route }) => routes.has(route))
      .flatMap(({ ticketUrl }) => ticketUrl ?? []);
    return { name: fault.name, urls: new Set(urls) };
  });
  const split = ticketsOf
    .filter(({ urls }) => urls.size > 1)
    .map(({ name, urls }) => `${name}: ${urls.size} tickets instead of one`);
  const all = ticketsOf.flatMap(({ urls }) => [...urls]);
  return [...split, ...(new Set(all).size === all.length ? [] : ["two faults share a ticket"])];
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
