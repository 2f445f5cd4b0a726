import { unsupported } from "../store/refusals.ts";

type Compare = (actual: unknown, wanted: unknown) => boolean;

/** What Linear's comparators mean, by the names that its filters give them. */
const COMPARATORS: Readonly<Record<string, Compare>> = {
  contains: (actual, wanted) => text(actual).includes(text(wanted)),
  containsIgnoreCase: (actual, wanted) => lower(actual).includes(lower(wanted)),
  endsWith: (actual, wanted) => text(actual).endsWith(text(wanted)),
  eq: (actual, wanted) => actual === wanted,
  eqIgnoreCase: (actual, wanted) => lower(actual) === lower(wanted),
  in: (actual, wanted) => list(wanted).includes(actual),
  neq: (actual, wanted) => actual !== wanted,
  neqIgnoreCase: (actual, wanted) => lower(actual) !== lower(wanted),
  nin: (actual, wanted) => !list(wanted).includes(actual),
  startsWith: (actual, wanted) => text(actual).startsWith(text(wanted)),
  startsWithIgnoreCase: (actual, wanted) => lower(actual).startsWith(lower(wanted)),
};

/**
 * Says whether a thing passes a filter of Linear's: every field must, `and` and `or` take lists of
 * filters, and `null` asks whether a relation is empty. Refuses a comparator that it does not know.
 */
export function passes(subject: object, filter: object | null | undefined): boolean {
  return Object.entries(filter ?? {}).every(([field, condition]) => {
    if (condition == null) return true;
    if (field === "and") return list(condition).every((part) => passes(subject, object(part)));
    if (field === "or") return list(condition).some((part) => passes(subject, object(part)));
    return fieldPasses(valueOf(subject, field), object(condition));
  });
}

function fieldPasses(value: unknown, condition: object): boolean {
  const { null: wantsNull, ...rest } = condition as { readonly null?: unknown };
  if (wantsNull != null && (value == null) !== wantsNull) return false;
  const asked = Object.entries(rest).filter(([, wanted]) => wanted != null);
  if (value == null) return asked.length === 0;
  if (typeof value === "object") return passes(value, rest);
  return asked.every(([name, wanted]) => {
    const compare = COMPARATORS[name];
    if (!compare) throw unsupported(`the comparator "${name}" in a filter`);
    return compare(value, wanted);
  });
}

/** A relation is a function in what answers GraphQL: it is only followed where somebody asks. */
function valueOf(subject: object, field: string): unknown {
  const value: unknown = Reflect.get(subject, field);
  return typeof value === "function" ? value() : value;
}

function object(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function lower(value: unknown): string {
  return text(value).toLowerCase();
}
