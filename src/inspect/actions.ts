// `POST /incidents/:fingerprint/:action`: what people do to an incident, by its own object. A merge
// concerns two of them: the target knows its members, so that none that has any is merged itself,
// and failures never go further than one step.
import type { IRequestStrict } from "itty-router";
import { FINGERPRINT } from "../failure/decode.ts";
import type { Refusal } from "../incident/action.ts";
import { ACTION_BYTES_MAX } from "../limits.ts";
import { incidentObject } from "../objects.ts";
import { failed } from "../result.ts";
import type { Result } from "../result.ts";
import { readSettings } from "../settings.ts";
import { readBody } from "./body.ts";
import { readAction } from "./read-action.ts";
import type { ActionName, Asked } from "./read-action.ts";
import { errorResponse } from "./responses.ts";
import { tellAccess } from "./withhold.ts";

type Incident = ReturnType<typeof incidentObject>;

/** Acts, and answers with the incident as it is then. */
export async function actOnIncident(
  action: ActionName,
  request: IRequestStrict & Request,
  env: Env,
): Promise<Response> {
  const { fingerprint = "" } = request.params;
  if (!FINGERPRINT.test(fingerprint)) return errorResponse("bad_fingerprint");
  const text = await readBody(request, ACTION_BYTES_MAX);
  if (text === null) return errorResponse("too_large");
  const asked = readAction(action, text);
  if (!asked.ok) return errorResponse("bad_body", asked.problem);
  const settings = readSettings(env);
  const objectOf = (name: string): Incident => incidentObject(env, settings, name);
  const done = await perform(fingerprint, asked.value, objectOf);
  if (done.ok) return objectOf(fingerprint).fetch(request.url, tellAccess("full"));
  return done.problem === null
    ? errorResponse("unknown_incident")
    : errorResponse("not_possible", done.problem);
}

// A merge, or the undoing of one, that died halfway leaves a member behind that is none.
async function dropStrangers(
  fingerprint: string,
  objectOf: (fingerprint: string) => Incident,
): Promise<void> {
  const members = await objectOf(fingerprint).members();
  const targets = await Promise.all(members.map((member) => objectOf(member).mergedInto()));
  const strangers = members.filter((_, index) => targets[index] !== fingerprint);
  await Promise.all(strangers.map((member) => objectOf(fingerprint).leave(member)));
}

async function perform(
  fingerprint: string,
  { action, by }: Asked,
  objectOf: (fingerprint: string) => Incident,
): Promise<Result<null, Refusal>> {
  const incident = objectOf(fingerprint);
  if (action.kind === "merge") {
    const { into } = action;
    if (into === fingerprint) return incident.act(action, by);
    await dropStrangers(fingerprint, objectOf);
    // Asked before the target hears of it: a merge that is refused leaves no word there.
    const possible = await incident.wouldAct(action);
    if (!possible.ok) return possible;
    const joined = await objectOf(into).join(fingerprint);
    if (!joined.ok) return failed(joined.problem ?? `No incident has the fingerprint ${into}.`);
    const merged = await incident.act(action, by);
    if (!merged.ok) await objectOf(into).leave(fingerprint);
    return merged.ok ? confirmMerge(fingerprint, into, by, objectOf) : merged;
  }
  if (action.kind !== "unmerge") return incident.act(action, by);
  const into = await incident.mergedInto();
  if (into === null) return incident.act({ kind: "unmerge", counted: null }, by);
  // What was counted there is not counted here when the queue delivers it once more.
  const counted = await objectOf(into).ring();
  // The target first: if this dies halfway, the merge stands and can be undone once more.
  await objectOf(into).leave(fingerprint);
  return incident.act({ kind: "unmerge", counted }, by);
}

// Another merge at the same moment may have taken the member for a stranger: it joins once more, and
// where the target was merged away meanwhile the merge is taken back.
async function confirmMerge(
  fingerprint: string,
  into: string,
  by: string,
  objectOf: (fingerprint: string) => Incident,
): Promise<Result<null, Refusal>> {
  const confirmed = await objectOf(into).join(fingerprint);
  if (!confirmed.ok) await objectOf(fingerprint).act({ kind: "unmerge", counted: null }, by);
  return confirmed;
}
