import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql/index.js";
import { Kind, valueFromASTUntyped } from "graphql/index.js";

/** Points are counted in tenths, for tenths of a number have no exact sum. */
const TENTHS_A_POINT = 10;
const PROPERTY_TENTHS = 1;
const OBJECT_TENTHS = 10;
const PAGE_DEFAULT = 50;

/** What a selection costs, and whether it is the inside of a connection. */
type Cost = { readonly tenths: number; readonly isPage: boolean };

const NOTHING: Cost = { tenths: 0, isPage: false };

type Reading = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What each fragment costs: a document can spread one in another over and over. */
  readonly costs: Map<string, Cost>;
};

/**
 * Gives what a document costs with these variables, in points, as Linear documents it
 * (linear.app/developers/rate-limiting, read November 2026): a property is 0.1, an object is 1, a
 * connection multiplies what it holds by its `first` or `last`, or 50 without them, and the sum is
 * rounded up. A field that asks for `nodes` or `edges` is a connection. Of a document with several
 * operations the first one counts.
 */
export function complexityOf(document: DocumentNode, variables: unknown): number {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return 1;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const reading = {
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: { ...defaultsOf(operation), ...(variables as object | null | undefined) },
    costs: new Map<string, Cost>(),
  };
  const points = Math.ceil(costOf(operation.selectionSet, reading).tenths / TENTHS_A_POINT);
  // Pages within pages within pages: a header must not say "Infinity".
  return Math.min(Math.max(1, points), Number.MAX_SAFE_INTEGER);
}

function costOf({ selections }: SelectionSetNode, reading: Reading): Cost {
  let [tenths, isPage] = [0, false];
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      tenths += fieldTenths(selection, reading);
      isPage ||= ["nodes", "edges"].includes(selection.name.value);
    } else {
      const cost =
        selection.kind === Kind.INLINE_FRAGMENT
          ? costOf(selection.selectionSet, reading)
          : fragmentCost(selection.name.value, reading);
      tenths += cost.tenths;
      isPage ||= cost.isPage;
    }
  }
  return { tenths, isPage };
}

function fieldTenths(field: FieldNode, reading: Reading): number {
  if (!field.selectionSet) return PROPERTY_TENTHS;
  const { tenths, isPage } = costOf(field.selectionSet, reading);
  return OBJECT_TENTHS + (isPage ? pageSize(field, reading) : 1) * tenths;
}

function fragmentCost(name: string, reading: Reading): Cost {
  const known = reading.costs.get(name);
  if (known) return known;
  // A fragment that spreads itself is refused later; until then it must not go round for ever.
  reading.costs.set(name, NOTHING);
  const fragment = reading.fragments.get(name);
  const cost = fragment ? costOf(fragment.selectionSet, reading) : NOTHING;
  reading.costs.set(name, cost);
  return cost;
}

function pageSize(field: FieldNode, { variables }: Reading): number {
  for (const name of ["first", "last"]) {
    const argument = field.arguments?.find((given) => given.name.value === name);
    const size: unknown = argument && valueFromASTUntyped(argument.value, variables);
    if (typeof size === "number" && size > 0) return size;
  }
  return PAGE_DEFAULT;
}

function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}
