// The real objects, as they can be seen from outside, and the alarms that the simulation rings.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";

export interface SeenIncident {
  readonly count: number;
  readonly approximate: boolean;
  readonly phase: {
    readonly name: string;
    readonly settlesAt?: string;
    readonly endsAt?: string;
    readonly isEnding?: boolean;
    readonly ticket?: {
      readonly status: string;
      readonly identifier?: string;
      readonly wanted?: string | null;
    } | null;
  };
  readonly waiting: readonly {
    readonly effect: string;
    readonly dueAt: string;
    readonly problem: string | null;
  }[];
  readonly members: readonly string[];
  readonly alarmAt: string | null;
}

/** Asks the API, as a person with ACCESS_TOKEN. */
export function ask(path: string, body?: object): Promise<Response> {
  const headers = { authorization: "Bearer simulation" };
  const init =
    body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
  return exports.default.fetch(`https://outerloop.example${path}`, init);
}

/** The incident as its object shows it; null where there is none. */
export async function see(fingerprint: string): Promise<SeenIncident | null> {
  const answer = await ask(`/incidents/${fingerprint}`);
  if (answer.status === 404) {
    await answer.text();
    return null;
  }
  if (!answer.ok) throw new Error(`${fingerprint} answered ${answer.status}`);
  return answer.json();
}

/** When the alarm of an incident rings; null where none is set. */
export function alarmOf(fingerprint: string): Promise<number | null> {
  return runInDurableObject(env.INCIDENT.getByName(fingerprint), (_incident, { storage }) =>
    storage.getAlarm(),
  );
}

export async function ring(fingerprint: string): Promise<void> {
  await runDurableObjectAlarm(env.INCIDENT.getByName(fingerprint));
}

/** Ends the object in memory; one that the platform has ended by itself is looked at before. */
export async function evict(fingerprint: string): Promise<void> {
  const stub = env.INCIDENT.getByName(fingerprint);
  await stub.ring();
  await evictDurableObject(stub);
}
