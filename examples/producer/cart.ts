import { DurableObject } from "cloudflare:workers";

export interface ShopEnv {
  readonly CART: DurableObjectNamespace<Cart>;
  readonly ORDERS: Queue;
}

/** A cart whose storage disappoints: once behind `fetch`, once behind a method. */
export class Cart extends DurableObject<ShopEnv> {
  override fetch(): Response {
    throw new RangeError("cart has no free slot");
  }

  async total(): Promise<number> {
    const prices: number[] = JSON.parse("[1, 2");
    return prices.reduce((sum, price) => sum + price, 0);
  }
}
