import { describe, expect, it } from "vitest";
import { boundRoute } from "../../src/capture/bound-routes.ts";
import type { SeenRoutes } from "../../src/capture/bound-routes.ts";
import type { Failure } from "../../src/failure/failure.ts";
import { ROUTES_AN_HOUR_MAX } from "../../src/limits.ts";
import { groupKeys } from "../../src/refine/group.ts";
import { AT, failure } from "../support/factories.ts";

function at(route: string, over: Partial<Failure> = {}): Failure {
  return failure({ grouping: { ...failure().grouping, route }, ...over });
}
function fresh(): SeenRoutes {
  return { hour: 0, byProducer: new Map() };
}
function full(): SeenRoutes {
  const seen = fresh();
  for (let n = 0; n < ROUTES_AN_HOUR_MAX; n += 1) boundRoute(seen, at(`GET /word${n}`), AT);
  return seen;
}

describe("boundRoute", () => {
  it("lets a scanner make so many patterns and no more", () => {
    const seen = fresh();
    const routes = new Set<string>();
    for (let n = 0; n < 5_000; n += 1) {
      routes.add(boundRoute(seen, at(`GET /word${n}/x`), AT).grouping.route);
    }
    expect(routes.size).toBe(ROUTES_AN_HOUR_MAX + 1);
    expect(routes).toContain("GET /*");
  });

  it("groups what is beyond by what it now says", () => {
    const bounded = boundRoute(full(), at("POST /one/more"), AT);
    expect(bounded.grouping.route).toBe("POST /*");
    expect(bounded).toMatchObject(groupKeys(bounded.grouping));
    expect(bounded.family).toBe(at("POST /one/more").family);
  });

  it("leaves routes alone that failed before, other producers, and the next hour", () => {
    const seen = full();
    expect(boundRoute(seen, at("GET /word7"), AT).grouping.route).toBe("GET /word7");
    const other = at("GET /new", { grouping: { ...failure().grouping, producer: "other" } });
    expect(boundRoute(seen, other, AT)).toBe(other);
    const later = at("GET /new");
    expect(boundRoute(seen, later, AT + 3_600_000)).toBe(later);
  });

  it.each(["rpc", "scheduled", "queue"])(
    "leaves the routes of %s alone: nobody outside names them",
    (trigger) => {
      const one = at("rpc:new", { trigger });
      expect(boundRoute(full(), one, AT)).toBe(one);
    },
  );

  it("keeps the entrypoint before the route", () => {
    expect(boundRoute(full(), at("Vault GET /one/more"), AT).grouping.route).toBe("Vault GET /*");
  });
});
