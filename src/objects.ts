// How each Durable Object is addressed. A jurisdiction changes every id, so nobody else makes one.
import type { Settings } from "./settings.ts";

/** The object of one incident; its name is the fingerprint. */
export function incidentObject(
  env: Pick<Env, "INCIDENT">,
  settings: Pick<Settings, "jurisdiction">,
  fingerprint: string,
): ReturnType<Env["INCIDENT"]["get"]> {
  return within(env.INCIDENT, settings).getByName(fingerprint);
}

/** The object of one producer; its name is the producer's. */
export function producerObject(
  env: Pick<Env, "PRODUCER">,
  settings: Pick<Settings, "jurisdiction">,
  producer: string,
): ReturnType<Env["PRODUCER"]["get"]> {
  return within(env.PRODUCER, settings).getByName(producer);
}

/** The one desk, which grants tickets. */
export function deskObject(
  env: Pick<Env, "TICKET_DESK">,
  settings: Pick<Settings, "jurisdiction">,
): ReturnType<Env["TICKET_DESK"]["get"]> {
  return within(env.TICKET_DESK, settings).getByName("desk");
}

/** The one list of incidents. */
export function indexObject(
  env: Pick<Env, "INCIDENT_INDEX">,
  settings: Pick<Settings, "jurisdiction">,
): ReturnType<Env["INCIDENT_INDEX"]["get"]> {
  return within(env.INCIDENT_INDEX, settings).getByName("index");
}

/** The one keeper of dead letters. */
export function deadLetterObject(
  env: Pick<Env, "DEAD_LETTER">,
  settings: Pick<Settings, "jurisdiction">,
): ReturnType<Env["DEAD_LETTER"]["get"]> {
  return within(env.DEAD_LETTER, settings).getByName("dead-letters");
}

function within<Namespace extends DurableObjectNamespace<never> | DurableObjectNamespace>(
  namespace: Namespace,
  settings: Pick<Settings, "jurisdiction">,
): Namespace {
  return settings.jurisdiction === null
    ? namespace
    : (namespace.jurisdiction(settings.jurisdiction) as Namespace);
}
