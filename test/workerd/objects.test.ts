// A jurisdiction changes every id, so it must be there from the first object on. workerd does not
// have jurisdictions on a local machine: the namespaces write down how they are asked.
import { describe, expect, it } from "vitest";
import {
  deadLetterObject,
  deskObject,
  incidentObject,
  indexObject,
  producerObject,
} from "../../src/objects.ts";

function namespaces(): { env: Env; asked: string[] } {
  const asked: string[] = [];
  const namespaceOf = (binding: string, where: string): object => ({
    getByName: (name: string) => void asked.push(`${binding} ${name} in ${where}`),
    jurisdiction: (place: string) => namespaceOf(binding, place),
  });
  const env = new Proxy({}, { get: (_env, binding) => namespaceOf(String(binding), "nowhere") });
  return { env: env as Env, asked };
}

describe("every object", () => {
  it.each([
    ["eu", "eu"],
    ["fedramp", "fedramp"],
    [null, "nowhere"],
  ] as const)("is addressed in the jurisdiction of the settings: %s", (jurisdiction, where) => {
    const { env, asked } = namespaces();
    const settings = { jurisdiction };
    incidentObject(env, settings, "v1-a");
    producerObject(env, settings, "shop");
    deskObject(env, settings);
    indexObject(env, settings);
    deadLetterObject(env, settings);
    expect(asked).toEqual([
      `INCIDENT v1-a in ${where}`,
      `PRODUCER shop in ${where}`,
      `TICKET_DESK desk in ${where}`,
      `INCIDENT_INDEX index in ${where}`,
      `DEAD_LETTER dead-letters in ${where}`,
    ]);
  });
});
