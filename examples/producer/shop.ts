// A small shop with a dozen real faults, each of another kind, beside routes that work. Nothing
// here knows outerloop: the faults are what production code does by mistake.
import { Cart } from "./cart.ts";
import type { ShopEnv } from "./cart.ts";
import { chargeOrder, renderCategory, shippingRate } from "./orders.ts";

export { Cart };

type Route = (
  request: Request,
  env: ShopEnv,
  ctx: ExecutionContext,
) => Response | Promise<Response>;

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/$/, () => new Response("Welcome to the shop.\n")],
  [/^\/products\/\d+$/, () => Response.json({ name: "tea", price: 4 })],
  [/^\/orders\/(\d+)$/, (request) => Response.json({ total: orderTotal(lastPart(request)) })],
  [/^\/checkout\/(\d+)$/, (request) => Response.json(chargeOrder(Number(lastPart(request))))],
  [/^\/renewals\/(\d+)$/, (request) => Response.json(chargeOrder(Number(lastPart(request))))],
  [/^\/newsletter$/, subscribe],
  [/^\/stock$/, () => new Response("stock service is down\n", { status: 503 })],
  [/^\/search$/, search],
  [/^\/coupon$/, applyCoupon],
  [/^\/categories$/, () => new Response(renderCategory({ name: "all" }))],
  [/^\/shipping$/, (request) => Response.json(shippingRate(request))],
  [/^\/cart$/, (_request, env) => env.CART.getByName("cart").fetch("https://cart/items")],
  [
    /^\/cart\/total$/,
    async (_request, env) => Response.json(await env.CART.getByName("cart").total()),
  ],
  [/^\/orders$/, enqueueOrder],
];

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    const route = ROUTES.find(([pattern]) => pattern.test(pathname));
    return route ? route[1](request, env, ctx) : new Response("not found\n", { status: 404 });
  },

  async scheduled() {
    const rates: Record<string, { daily: number }> = {};
    const { daily } = rates["EUR"] as { daily: number };
    await Promise.resolve(daily);
  },

  async queue(batch) {
    for (const message of batch.messages) shipOrder(message.body as Order);
  },
} satisfies ExportedHandler<ShopEnv>;

interface Order {
  readonly id: number;
  readonly address?: { readonly city: string };
}

// An order without lines has no first line.
function orderTotal(id: string): number {
  const lines: { price: number }[] = [];
  const first = lines[0] as { price: number };
  if (Number.isNaN(first.price)) throw new TypeError(`order ${id} has no price`);
  return first.price;
}

// A promise that nobody waits for: the answer is 200 and the subscription is lost.
function subscribe(_request: Request, _env: ShopEnv, ctx: ExecutionContext): Response {
  ctx.waitUntil(storeSubscriber("reader@example.com"));
  return new Response("thank you\n");
}

async function storeSubscriber(email: string): Promise<void> {
  await scheduler.wait(1);
  throw new Error(`could not store subscriber ${email}`);
}

// The error is caught and logged, and the customer sees an empty result.
function search(): Response {
  try {
    JSON.parse("{ not json");
  } catch (error) {
    console.error("search index is unreadable", error);
  }
  return Response.json([]);
}

function applyCoupon(): Response {
  // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- the fault on show
  throw "coupon service said no";
}

async function enqueueOrder(_request: Request, env: ShopEnv): Promise<Response> {
  await env.ORDERS.send({ id: Date.now() });
  return new Response("accepted\n", { status: 202 });
}

function shipOrder(order: Order): string {
  return (order.address as { city: string }).city;
}

function lastPart(request: Request): string {
  return new URL(request.url).pathname.split("/").at(-1) ?? "";
}
