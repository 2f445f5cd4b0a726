// Whether answers are of the shapes that docs/openapi.json tells.
import { Validator } from "@cfworker/json-schema";
import { expect } from "vitest";
import openapi from "../../docs/openapi.json";
import type { HostileRequest } from "../support/hostile-requests.ts";

interface Documented {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
type Operations = Readonly<
  Record<string, { readonly responses: Readonly<Record<string, Documented>> }>
>;

const validators = new Map<object, Validator>();

/** A good answer is of the shape that docs/openapi.json tells. */
export function expectDocumented(
  { method, path }: HostileRequest,
  response: Response,
  text: string,
): void {
  const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (response.status !== 200 || type !== "application/json" || text === "") return;
  const schema = schemaOf(method, new URL(path, "https://x").pathname, type);
  if (schema === null) throw new Error(`docs/openapi.json knows no ${method} ${path}`);
  const known = validators.get(schema) ?? validatorOf(schema);
  validators.set(schema, known);
  const { valid, errors } = known.validate(JSON.parse(text));
  expect(valid ? [] : errors).toEqual([]);
}

function schemaOf(method: string, pathname: string, type: string): object | null {
  const trimmed = pathname.replace(/\/+$/, "");
  const fits = Object.entries(openapi.paths).filter(([path]) =>
    new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+?")}$`).test(trimmed),
  );
  // Where a name or an ending is spelled out it is meant, and not a name that happens to be the same.
  const [best] = fits.toSorted(
    ([a], [b]) => a.split("{").length - b.split("{").length || b.length - a.length,
  );
  const operations = best?.[1] as Operations | undefined;
  return operations?.[method.toLowerCase()]?.responses["200"]?.content?.[type]?.schema ?? null;
}

function validatorOf(schema: object): Validator {
  const { components } = openapi;
  return new Validator({ ...schema, components }, "2020-12", false);
}
