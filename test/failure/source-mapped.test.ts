import { describe, expect, it } from "vitest";
import type { Frame } from "../../src/failure/failure.ts";
import { stacksLook } from "../../src/failure/source-mapped.ts";

function frame(file: string | null, over: Partial<Frame> = {}): Frame {
  return { function: "charge", file, line: 2, column: 37, own: true, ...over };
}

describe("stacksLook", () => {
  it.each([
    "src/pay.ts",
    "pay.ts",
    "../src/pay.js",
    "src\\pay.js",
    "app/routes/_index.tsx",
    "packages/api/src/pay.mts",
    "webpack:///./src/pay.jsx",
    "src/Page.svelte",
    "file:///src/pay.ts",
    "src/index.js",
  ])("takes %s for what somebody wrote", (file) => {
    expect(stacksLook([frame(file)])).toBe("mapped");
  });

  it.each([
    "index.js",
    "worker.js",
    "_worker.js",
    "entry.mjs",
    "functionsWorker-0.4812.js",
    "chunks/pay-3f2a9c1b.mjs",
    "_worker.js/chunks/pay.js",
    "dist/worker.js",
    "file:///worker.js",
    "file:///bundle/index.js",
    "file:///tmp/shop/.wrangler/tmp/dev-jYQ7Mz/index.js",
    "https://shop.example/assets/chunk-U6NEESU5.js",
  ])("takes %s for what was built", (file) => {
    expect(stacksLook([frame(file)])).toBe("bundled");
  });

  it.each([
    ["no frame", []],
    ["a frame without a file", [frame(null)]],
    ["WebAssembly alone", [frame("wasm://wasm/0145fffe")]],
    ["a lone file that may be either", [frame("pay.js")]],
    ["what others wrote", [frame("node_modules/zod/index.ts", { own: false })]],
  ])("cannot tell by %s", (_what, frames) => {
    expect(stacksLook(frames)).toBeNull();
  });

  it("goes by the best of several frames, whatever their order", () => {
    const frames = [frame("worker.js"), frame("src/pay.ts")];
    expect(stacksLook(frames)).toBe("mapped");
    expect(stacksLook(frames.toReversed())).toBe("mapped");
    expect(stacksLook([frame("pay.js"), frame("worker.js")])).toBe("bundled");
  });

  it("is quick with the longest name that a hostile producer can send", () => {
    const started = performance.now();
    for (let n = 0; n < 1_000; n += 1) {
      stacksLook([
        frame("?".repeat(200)),
        frame("functionsWorker-".repeat(12)),
        frame(`${"chunks/".repeat(28)}x`),
      ]);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});
