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
      readonly owner?: string;
      readonly identifier?: string;
      readonly wanted?: string | null;
      readonly agent?: { readonly stage: string } | null;
    } | null;
  };
  readonly waiting: readonly {
    readonly effect: string;
    readonly dueAt: string;
    readonly problem: string | null;
  }[];
  readonly members: readonly string[];
  readonly ownedKey: string | null;
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

/** The desk, among the names of incidents. */
export const DESK = "desk";

/** When the alarm of an incident, or of the desk, rings; null where none is set. */
export function alarmOf(name: string): Promise<number | null> {
  return runInDurableObject(stubOf(name), (_object, { storage }) => storage.getAlarm());
}

export async function ring(name: string): Promise<void> {
  await runDurableObjectAlarm(stubOf(name));
}

/** Ends the object in memory; one that the platform has ended by itself is looked at before. */
export async function evict(name: string): Promise<void> {
  await alarmOf(name);
  await evictDurableObject(stubOf(name));
}

function stubOf(name: string): DurableObjectStub {
  return name === DESK ? env.TICKET_DESK.getByName(DESK) : env.INCIDENT.getByName(name);
}
