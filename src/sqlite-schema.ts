// Steps of a schema, applied in order and checked: an object that was made by an older deploy gets
// the new steps, and a step that was edited after it was deployed is refused. (`PRAGMA
// user_version` is not to be had in a Durable Object.)

export interface SchemaStep {
  readonly id: string;
  readonly sql: string;
}

/** True where any step was ever applied; a look that writes nothing. */
export function hasSchema(sql: SqlStorage): boolean {
  const found = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'schema_step'").toArray();
  return found.length > 0;
}

/** Applies the steps that are missing. Call it in a transaction; throws if the past was changed. */
export function applySchema(sql: SqlStorage, steps: readonly SchemaStep[]): void {
  sql.exec("CREATE TABLE IF NOT EXISTS schema_step (id TEXT PRIMARY KEY, sql TEXT NOT NULL)");
  const applied = sql
    .exec<{ id: string; sql: string }>("SELECT id, sql FROM schema_step ORDER BY id")
    .toArray();
  const problem = schemaProblem(applied, steps);
  if (problem !== null) throw new Error(problem);
  for (const step of steps.slice(applied.length)) {
    sql.exec(step.sql);
    sql.exec("INSERT INTO schema_step (id, sql) VALUES (?, ?)", step.id, step.sql);
  }
}

/** What is wrong between what was applied and what this deploy knows, or null. */
export function schemaProblem(
  applied: readonly SchemaStep[],
  steps: readonly SchemaStep[],
): string | null {
  if (applied.length > steps.length) {
    return `This object was written by a newer deploy (${applied.at(-1)?.id}); deploy that again.`;
  }
  const changed = applied.findIndex(
    (step, position) => step.id !== steps[position]?.id || step.sql !== steps[position]?.sql,
  );
  if (changed < 0) return null;
  return `Schema step ${applied[changed]?.id} was changed after it was applied; add a new step instead.`;
}
