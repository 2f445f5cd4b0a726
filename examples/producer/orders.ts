/** The payment provider turned the charge down. */
export class PaymentError extends Error {
  override readonly name = "PaymentError";
}

/** Charges an order; every card is declined here. */
export function chargeOrder(orderId: number): { charged: boolean } {
  if (orderId > 0) throw new PaymentError(`card declined for order ${orderId}`);
  return { charged: true };
}

interface Category {
  readonly name: string;
  parent?: Category;
}

/** The path of a category. A category that is its own parent never ends. */
export function renderCategory(category: Category): string {
  category.parent ??= category;
  return `${renderCategory(category.parent)} / ${category.name}`;
}

/** The rate for a weight; the header is missing more often than its author thought. */
export function shippingRate(request: Request): { rate: number } {
  const weight = request.headers.get("x-weight") as string;
  return { rate: Number.parseFloat(weight.trim()) * 2 };
}
