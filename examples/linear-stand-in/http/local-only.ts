import type { IncomingHttpHeaders } from "node:http";

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

/**
 * Says whether a request comes from this machine's own tools or from the stand-in's own pages. The
 * stand-in has no login, and any web page can send requests to a local port: another host's name
 * (DNS rebinding) and another site's origin are turned away.
 */
export function isLocal(headers: IncomingHttpHeaders): boolean {
  const host = headers.host ?? "";
  if (!LOCAL_HOST.test(host)) return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}
