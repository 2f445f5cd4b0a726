// The routes of the API are those that its documents tell of.
import { describe, expect, it } from "vitest";
import openapi from "../../docs/openapi.json";
import page from "../../docs/http-api.md?raw";
import { ERROR_STATUS } from "../../src/inspect/responses.ts";
import { ROUTES } from "../../src/inspect/router.ts";

const routes = ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted();

describe("docs/openapi.json", () => {
  it("has exactly the routes of the API", () => {
    const told = Object.entries(openapi.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    expect(told.toSorted()).toEqual(routes);
  });

  it("has exactly the codes of errors, each with its status somewhere", () => {
    const { code } = openapi.components.schemas.Error.properties.error.properties;
    expect(code.enum.toSorted()).toEqual(Object.keys(ERROR_STATUS).toSorted());
    const statuses = new Set(Object.values(ERROR_STATUS).map((status) => `E${status}`));
    expect(Object.keys(openapi.components.responses).toSorted()).toEqual([...statuses].toSorted());
  });
});

describe("docs/http-api.md", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  const cells = rows.map((line) => line.split("|").map((cell) => cell.trim()));

  it("has exactly the routes of the API", () => {
    const told = cells
      .flatMap(([, name = ""]) => [...name.matchAll(/`((?:GET|POST) \/[^`?]*)[^`]*`/g)])
      .map(([, route = ""]) => route)
      .flatMap((route) => expanded(route));
    expect([...new Set(told)].toSorted()).toEqual(routes);
  });

  it("has exactly the codes of errors and their statuses", () => {
    const told = cells
      .filter(([, , status = ""]) => /^\d{3}$/.test(status))
      .map(([, code = "", status]) => [code.replaceAll("`", ""), Number(status)]);
    expect(Object.fromEntries(told)).toEqual(ERROR_STATUS);
  });
});

// The actions stand in a table of their own.
function expanded(route: string): readonly string[] {
  if (!route.endsWith("/:action")) return [route];
  const [, section = ""] = /## Actions\n([\s\S]*?)\n## /.exec(page) ?? [];
  const names = [...section.matchAll(/^\| `([a-z]+)` /gm)].map(([, name = ""]) => name);
  return names.map((name) => route.replace(":action", name));
}
