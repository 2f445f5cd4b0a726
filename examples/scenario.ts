// What happens in the shop and what outerloop should make of it. `npm start` shows it and
// test/flow/main-job.test.ts holds it.

/** How the shop is reached. */
export interface Shop {
  get(path: string): Promise<unknown>;
  cron(): Promise<unknown>;
}

export interface Fault {
  readonly name: string;
  readonly drive: (shop: Shop) => Promise<unknown>;
  /**
   * The route of each incident that it should become, and how often it fails there. All of them
   * have one ticket.
   */
  readonly incidents: readonly { readonly route: string; readonly count: number }[];
}

const REPEATS = 20;

/** A dozen faults; the first fails twenty times with different ids. */
export const FAULTS: readonly Fault[] = [
  {
    name: "a throw in fetch, with ids",
    drive: async (shop) => {
      const ids = Array.from({ length: REPEATS }, (_, index) => 1_001 + index * 37);
      for (const id of ids) {
        // oxlint-disable-next-line no-await-in-loop -- one customer after the other
        await Promise.all([shop.get(`/orders/${id}`), shop.get(`/products/${id}`)]);
      }
    },
    incidents: [{ route: "GET /orders/:id", count: REPEATS }],
  },
  {
    name: "a custom error class, on two routes",
    drive: async (shop) => {
      await shop.get("/checkout/4711");
      await shop.get("/renewals/4712");
    },
    incidents: [
      { route: "GET /checkout/:id", count: 1 },
      { route: "GET /renewals/:id", count: 1 },
    ],
  },
  once("a rejected waitUntil", "/newsletter", "GET /newsletter"),
  once("a returned 503", "/stock", "GET /stock"),
  once("console.error(err)", "/search", "GET /search"),
  once("a thrown string", "/coupon", "GET /coupon"),
  once("an infinite recursion", "/categories", "GET /categories"),
  once("a missing header", "/shipping", "GET /shipping"),
  {
    name: "a scheduled handler",
    drive: (shop) => shop.cron(),
    incidents: [{ route: "cron:*/5 * * * *", count: 1 }],
  },
  once("a queue consumer", "/orders", "queue:shop-orders"),
  once("an RPC method of an object", "/cart/total", "GET /cart/total"),
  {
    name: "a Durable Object's fetch",
    drive: (shop) => shop.get("/cart"),
    // The throw arrives twice: from the object with its stack, and from its caller without one.
    incidents: [
      { route: "Cart GET /items", count: 1 },
      { route: "GET /cart", count: 1 },
    ],
  },
];

/** Requests that go well: they must leave no trace. */
export const HEALTHY_PATHS = ["/", "/products/1", "/products/2", "/no-such-page"] as const;

/** Drives everything; what a failing request answers is of no interest here. */
export async function driveShop(
  shop: Shop,
  told: (name: string) => void = () => {},
): Promise<void> {
  for (const path of HEALTHY_PATHS) {
    // oxlint-disable-next-line no-await-in-loop -- one request after the other, as people do
    await shop.get(path);
  }
  for (const fault of FAULTS) {
    told(fault.name);
    // oxlint-disable-next-line no-await-in-loop -- one fault after the other
    await fault.drive(shop);
  }
}

function once(name: string, path: string, route: string): Fault {
  return { name, drive: (shop) => shop.get(path), incidents: [{ route, count: 1 }] };
}
