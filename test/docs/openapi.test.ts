import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";

const text = readFileSync("docs/openapi.json", "utf8");

describe("docs/openapi.json", () => {
  it("is an OpenAPI document", async () => {
    const { valid, errors } = await new Validator().validate(text);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("is noticed where it is none", async () => {
    const { valid } = await new Validator().validate(text.replace('"responses"', '"answers"'));
    expect(valid).toBe(false);
  });
});
