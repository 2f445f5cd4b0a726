import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileTail } from "../../src/refine/file-tail.ts";
import { timesAsLong } from "./timing.ts";

describe("fileTail", () => {
  it.each([
    "src/pay.ts",
    "packages/api/src/pay.ts",
    "app/routes/users.$id.tsx",
    "index.js",
    "_worker.js",
    "home/page.ts",
    "src/v2/sha256.ts",
    "src/20240101-migration.ts",
    "src/pages/404.astro",
    "order-handlers.js",
    "pay-v2.js",
    "client-KV.js",
    "index.server.js",
  ])("leaves %s", (file) => {
    expect(fileTail(file)).toBe(file);
  });

  it.each([
    // Where it lies.
    ["file:///bundle/index.js", "index.js"],
    ["file:///bundle/lib/pay.js", "lib/pay.js"],
    ["./src/pay.ts", "src/pay.ts"],
    ["../../packages/api/src/pay.ts", "packages/api/src/pay.ts"],
    ["/home/runner/work/shop/shop/src/pay.ts", "src/pay.ts"],
    ["/Users/ann/src/shop/src/pay.ts", "src/pay.ts"],
    ["../../../home/ann/shop/src/pay.ts", "src/pay.ts"],
    ["C:\\Users\\ann\\shop\\src\\pay.ts", "src/pay.ts"],
    ["file:///C:/shop/src/pay.ts", "src/pay.ts"],
    ["/app/src/pay.mjs", "src/pay.mjs"],
    ["/usr/src/app/routes/cart.ts", "routes/cart.ts"],
    ["/home/ann/shop/routes/cart.ts", "routes/cart.ts"],
    ["/app/pay.ts", "pay.ts"],
    ["/home/ann/shop/pay.ts", "pay.ts"],
    ["/home/ann/shop/.wrangler/tmp/dev-9dI4zU/index.js", "index.js"],
    ["http://localhost:5173/src/pay.ts", "src/pay.ts"],
    ["https://shop.example/assets/app.js", "app.js"],
    ["webpack:///./src/pay.ts", "src/pay.ts"],
    ["webpack://shop/./src/pay.ts", "src/pay.ts"],
    // What is asked of it.
    ["src/pay.ts?t=1795389110094", "src/pay.ts"],
    ["webpack:///./src/pay.jsx?", "src/pay.jsx"],
    // How a bundler signed it.
    ["index-3f2a9c1b.js", "index.js"],
    ["main.3f2a9c1b4d5e6f70.js", "main.js"],
    ["chunk-ABCD.mjs", "chunk.mjs"],
    ["chunk-5VXAJPOQ.mjs", "chunk.mjs"],
    ["assets/index-BfR9x_2a.js", "assets/index.js"],
    ["assets/index-qk3z_x0w.js", "assets/index.js"],
    ["assets/index--a9_xYzQ.js", "assets/index.js"],
    ["chunks/cart_DgHjKlPq.mjs", "chunks/cart.mjs"],
    ["cd351f7250857e22ceaa.worker.js", "worker.js"],
    ["3f2a9c1b-shop.wasm", "shop.wasm"],
    ["123.js", "<hash>.js"],
    ["3f2a9c1b.js", "<hash>.js"],
    ["wasm://wasm/shop.wasm-0145fffe", "shop.wasm"],
    ["wasm://wasm/0145fffe", ""],
  ])("makes of %s what stays: %s", (file, tail) => {
    expect(fileTail(file)).toBe(tail);
  });

  it("does not depend on the machine that built it", () => {
    const machines = [
      "/home/ann/",
      "/Users/ann/dev/",
      "/srv/",
      "C:\\work\\",
      "file:///tmp/x/",
      "/app/",
    ];
    const tails = machines.map((machine) => fileTail(`${machine}shop/src/cart/pay.ts`));
    expect(new Set(tails)).toEqual(new Set(["src/cart/pay.ts"]));
  });

  it("never throws, never lengthens, and says the same twice", () => {
    fc.assert(
      fc.property(paths, (file) => {
        const tail = fileTail(file);
        // A name that is nothing but a hash is told as one.
        expect(tail.length).toBeLessThanOrEqual(file.length + "<hash>".length);
        expect(fileTail(file)).toBe(tail);
      }),
    );
  });

  it.each(["/", "../", "-", "_", "a", "a1", "-a", ".a1b2c3", "?", "://", "\\", "src/"])(
    "reduces 128 KB of %j in linear time",
    (part) => {
      const reduce = (units: number): (() => unknown) => {
        const text = part.repeat(units / part.length);
        return () => [fileTail(text), fileTail(`/srv/${text}.js`)];
      };
      expect(timesAsLong(reduce(131_072), reduce(32_768), 10)).toBeLessThan(10);
    },
  );
});

const paths = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        "src",
        "..",
        ".",
        "",
        "home",
        "bundle",
        "app",
        "C:",
        "file:",
        "a-1b2c3d4e.js",
      ),
    )
    .map((folders) => folders.join("/")),
);
