// Which methods an address takes, as the routes have it.
import type { RouteEntry } from "itty-router";

/** A route as people know it: "GET /incidents/:fingerprint". */
export interface KnownRoute {
  readonly method: string;
  readonly path: string;
}

type Routes = readonly RouteEntry[];

/** All routes of a method of their own, as they were written. */
export function knownRoutes(routes: Routes): readonly KnownRoute[] {
  return routes.filter(isOfAMethod).map(([method, , , path = ""]) => ({ method, path }));
}

/**
 * The methods that this address takes, HEAD beside GET; none where there is no such address: then that
 * is what is wrong, whatever the method.
 */
export function methodsOf(routes: Routes, pathname: string): readonly string[] {
  const methods = routes
    .filter(isOfAMethod)
    .filter(([, expression]) => expression.test(pathname))
    .map(([method]) => method);
  return [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))];
}

function isOfAMethod([method]: RouteEntry): boolean {
  return method !== "ALL";
}
