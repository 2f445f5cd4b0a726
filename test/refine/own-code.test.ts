import { describe, expect, it } from "vitest";
import { isOwnCode } from "../../src/refine/own-code.ts";
import { timesAsLong } from "./timing.ts";

const OWN: readonly [string | null, string][] = [
  // Bundles.
  ["charge", "file:///bundle/index.js"],
  ["Object.fetch", "index.js"],
  [null, "worker.js"],
  ["load", "entry.mjs"],
  ["load", "https://shop.example/assets/app-3f2a9c1b.js"],
  ["load", "/home/ann/shop/.wrangler/tmp/dev-9dI4zU/index.js"],
  // Sources.
  ["charge", "src/pay.ts"],
  ["charge", "../packages/api/src/pay.ts"],
  ["charge", "webpack:///./src/pay.ts"],
  ["charge", "C:\\shop\\src\\pay.js"],
  // Names that only resemble those of others.
  ["charge", "src/node_modules.ts"],
  ["charge", "src/my_node_modules/pay.ts"],
  ["charge", "webpack/config.ts"],
  ["charge", "virtual/pay.ts"],
  ["charge", "workerd.ts"],
  ["charge", "cloudflare-internal/pay.ts"],
  ["__charge", "index.js"],
  ["initShop", "index.js"],
  // The producer's own WebAssembly.
  ["shop::pay::charge::h0123456789abcdef", "wasm://wasm/shop.wasm-0145fffe"],
  ["shop.wasm.shop::pay::charge", "wasm://wasm/shop.wasm-0145fffe"],
  ["main.charge", "https://shop.example/shop.wasm"],
];

const FOREIGN: readonly [string | null, string | null][] = [
  // The runtime's.
  ["JSON.parse", null],
  ["Promise.all", null],
  ["readFile", "node:fs"],
  ["listOnTimeout", "node:internal/timers"],
  ["send", "node-internal:internal_http"],
  ["D1Database._send", "cloudflare-internal:d1-api"],
  ["send", "cloudflare:sockets"],
  ["abort", "workerd:unsafe"],
  ["run", "pyodide-internal:python"],
  // Dependencies, on disk, mapped and bundled.
  ["Hono.fetch", "../node_modules/hono/dist/hono-base.js"],
  ["parse", "node_modules/zod/index.js"],
  ["parse", "C:\\shop\\node_modules\\zod\\index.js"],
  ["parse", "/shop/node_modules/.pnpm/zod@4.6.7/node_modules/zod/index.js"],
  ["node_modules/left-pad/index.js", "file:///bundle/index.js"],
  ["Object../node_modules/left-pad/index.js", "main.js"],
  // What bundlers and wrangler add.
  ["__require", "index.js"],
  ["__require2", "index.js"],
  ["__commonJS", "index.js"],
  ["__accessCheck", "index.js"],
  ["__webpack_require__", "main.js"],
  ["__facade_invoke__", "index.js"],
  ["Object.fetch", ".wrangler/tmp/bundle-a1B2c3/middleware-loader.entry.ts"],
  ["__webpack_require__", "webpack:///webpack/bootstrap"],
  ["load", "webpack/runtime/ensure chunk"],
  ["load", "virtual:cloudflare/worker-entry"],
  ["load", "\u0000rolldown/runtime.js"],
  ["load", "vite/preload-helper.js"],
  // Around and within WebAssembly.
  ["imports.wbg.__wbindgen_throw", "index.js"],
  ["__wbg_adapter_30", "shim.mjs"],
  ["passStringToWasm0", "src/shop_bg.js"],
  ["run", "wasm_exec.js"],
  ["core::panicking::panic_fmt::h0123456789abcdef", "wasm://wasm/0145fffe"],
  ["shop.wasm.std::panicking::begin_panic", "wasm://wasm/shop.wasm-0145fffe"],
  ["<alloc::string::String as core::fmt::Display>::fmt", "wasm://wasm/0145fffe"],
  ["__rust_start_panic", "wasm://wasm/0145fffe"],
  ["__wbindgen_malloc", "wasm://wasm/0145fffe"],
  ["___cxa_throw", "wasm://wasm/0145fffe"],
  ["invoke_vii", "https://shop.example/shop.wasm"],
  ["runtime.gopanic", "wasm://wasm/0145fffe"],
  [null, "wasm://wasm/0145fffe"],
];

describe("isOwnCode", () => {
  it.each(OWN)("takes %j of %j for the producer's", (name, file) => {
    expect(isOwnCode(name, file)).toBe(true);
  });

  it.each(FOREIGN)("takes %j of %j for somebody else's", (name, file) => {
    expect(isOwnCode(name, file)).toBe(false);
  });

  it.each(["/", "/node_modules", "_", "__require", "a.", "webpack/", "/x_bg", "1"])(
    "judges 128 KB of %j in linear time",
    (part) => {
      const judge = (units: number): (() => unknown) => {
        const text = part.repeat(units / part.length);
        return () => [isOwnCode(text, "index.js"), isOwnCode("f", text)];
      };
      expect(timesAsLong(judge(131_072), judge(32_768), 10)).toBeLessThan(10);
    },
  );
});
