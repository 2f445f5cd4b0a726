import { readFileSync } from "node:fs";

import { buildASTSchema, buildSchema, parse, print } from "graphql/index.js";
import { describe, expect, it } from "vitest";

import { schemaDifferences } from "../../examples/linear-stand-in/schema/differences.ts";
import { extendDocument } from "../../examples/linear-stand-in/schema/extend-document.ts";
import { pruneSchema } from "../../examples/linear-stand-in/schema/prune.ts";
import { recordDocuments } from "../../examples/linear-stand-in/schema/record-documents.ts";

const THEIRS = `
  "A directive of theirs"
  directive @internal on FIELD_DEFINITION
  interface Node { id: ID! }
  scalar DateTime
  enum Order { createdAt updatedAt }
  input Filter { name: String, "Everything else" rest: [String!] }
  input CreateInput { id: String, teamId: String! }
  type Issue implements Node { id: ID!, title: String!, createdAt: DateTime!, secret: String, team: Team }
  type Team { id: ID!, name: String! }
  type Bot { id: ID! }
  type Other { id: ID! }
  union Actor = Bot | Other
  type Query { issue(id: String!): Issue!, issues(filter: Filter, order: Order, first: Int): [Issue!]!, actor: Actor }
  type Mutation { create(input: CreateInput!): Issue }
`;

describe("schemaDifferences", () => {
  const ours = `
    enum Order { createdAt updatedAt }
    type Issue { id: ID!, title: String! }
    input CreateInput { teamId: String! }
    type Query { issue(id: String!): Issue!, issues(order: Order): [Issue!]! }
    type Mutation { create(input: CreateInput!): Issue }
  `;

  it("finds none where ours is a part of theirs", () => {
    expect(schemaDifferences(ours, THEIRS)).toEqual([]);
  });

  it.each([
    ["title: String!", "title: String", "Issue.title: ours is String, theirs String!"],
    ["title: String!", "title: Int!", "Issue.title: ours is Int!, theirs String!"],
    ["title: String!", "heading: String!", "Issue.heading: no such field"],
    ["[Issue!]!", "[Issue]!", "Query.issues: ours is [Issue]!, theirs [Issue!]!"],
    ["issue(id: String!)", "issue(id: ID!)", "Query.issue(id): ours is ID!, theirs String!"],
    ["issue(id: String!)", "issue", "Query.issue(id): required, and ours lacks it"],
    ["issues(order: Order)", "issues(sort: Order)", "Query.issues(sort): no such input"],
    ["{ teamId: String! }", "{ id: String }", "CreateInput(teamId): required, and ours lacks it"],
    [
      "{ teamId: String! }",
      "{ teamId: String }",
      "CreateInput(teamId): ours is String, theirs String!",
    ],
    ["{ createdAt updatedAt }", "{ createdAt title }", "Order.title: no such value"],
    [
      "enum Order { createdAt updatedAt }",
      "scalar Order",
      "Order: ours is a ScalarType, theirs a EnumType",
    ],
    ["type Issue {", "type Extra { id: ID! } type Issue {", "Extra: no such type"],
  ])("tells %s changed to %s", (from, to, difference) => {
    const changed = ours.replace(from, to);
    expect(changed).not.toBe(ours);
    expect(schemaDifferences(changed, THEIRS)).toEqual([difference]);
  });

  it("takes the listed newer fields as theirs, and tells when theirs has them by now", () => {
    const newer = "extend type Issue { mood: String! }";
    const withMood = ours.replace("title: String!", "title: String!, mood: String!");
    expect(schemaDifferences(withMood, THEIRS, newer)).toEqual([]);
    expect(schemaDifferences(withMood, THEIRS)).toEqual(["Issue.mood: no such field"]);
    expect(schemaDifferences(ours, THEIRS, "extend type Issue { title: String! }")).toEqual([
      "Issue.title is no longer newer: Linear's schema has it now",
    ]);
    expect(schemaDifferences(ours, THEIRS, "enum Order { x }")).toEqual([
      "Order is no longer newer: Linear's schema has it now",
    ]);
  });
});

describe("pruneSchema", () => {
  const source = parse(THEIRS);
  const prune = (...documents: string[]): string =>
    print(
      pruneSchema(
        source,
        buildASTSchema(source),
        documents.map((document) => parse(document)),
      ),
    );

  it("keeps the fields and arguments that documents touch, with their types, and nothing else", () => {
    const pruned = prune("query ($id: String!) { issue(id: $id) { title team { name } } }");
    expect(pruned).toBe(
      print(
        parse(`
          type Issue { title: String!, team: Team }
          type Query { issue(id: String!): Issue! }
          type Team { name: String! }
        `),
      ),
    );
    expect(schemaDifferences(pruned, THEIRS)).toEqual([]);
  });

  it("keeps enums, scalars and input types whole", () => {
    expect(prune("mutation ($i: CreateInput!) { create(input: $i) { createdAt } }")).toContain(
      "input CreateInput {\n  id: String\n  teamId: String!\n}",
    );
    expect(prune("query ($o: Order) { issues(order: $o) { createdAt } }")).toContain(
      "enum Order {\n  createdAt\n  updatedAt\n}",
    );
  });

  it("keeps of a union what documents ask of", () => {
    expect(prune("{ actor { ... on Bot { id } } }")).toContain("union Actor = Bot\n");
  });

  it("asks what to keep of a filter that it does not know", () => {
    const schema = THEIRS.replaceAll("Filter", "MoodFilter");
    expect(() =>
      pruneSchema(parse(schema), buildSchema(schema), [
        parse("query ($f: MoodFilter) { issues(filter: $f) { id } }"),
      ]),
    ).toThrow("MoodFilter is a new filter");
  });
});

describe("extendDocument", () => {
  it("adds fields and whole types", () => {
    const extended = extendDocument(
      parse("type Team { id: ID! }"),
      "extend type Team { mood: Mood } enum Mood { good }",
    );
    expect(print(extended)).toBe(
      print(parse("type Team { id: ID!, mood: Mood } enum Mood { good }")),
    );
  });
});

describe("schema.graphql", () => {
  const text = readFileSync("examples/linear-stand-in/schema.graphql", "utf8");

  it("takes every document that the SDK sends for the operations in use", async () => {
    expect((await recordDocuments(buildSchema(text))).length).toBe(31);
  });

  it("does without what the SDK asks for only if somebody notices", async () => {
    const lacking = buildSchema(text.replace("  identifier: String!\n", ""));
    await expect(recordDocuments(lacking)).rejects.toThrow(
      'Cannot query field "identifier" on type "Issue"',
    );
  });
});
