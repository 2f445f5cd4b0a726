// `GET /incidents`: the list, as the incidents told the index last.
import type { IRequestStrict } from "itty-router";
import { indexObject } from "../objects.ts";
import { readSettings } from "../settings.ts";
import { accessOf } from "./access.ts";
import { summaryView } from "./incident-view.ts";
import { readList } from "./read-list.ts";
import { errorResponse, jsonResponse } from "./responses.ts";
import { summaryFor } from "./withhold.ts";

/** Answers with one page of the list, as far as who asks may see it. */
export async function listIncidents(
  request: IRequestStrict & Request,
  env: Env,
): Promise<Response> {
  const query = readList(new URL(request.url).searchParams);
  if (!query.ok) return errorResponse("bad_query", query.problem);
  const settings = readSettings(env);
  const access = accessOf(request, settings);
  const { lines, next } = await indexObject(env, settings).list(query.value, access === "full");
  return jsonResponse({
    incidents: lines.map((line) => summaryView(summaryFor(access, line))),
    next,
  });
}
