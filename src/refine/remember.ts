/**
 * Keeps a value in a memory of at most `sizeMax`. A Map keeps the order of insertion, so what was
 * put in first leaves first.
 */
export function remember<Value>(
  memory: Map<string, Value>,
  key: string,
  value: Value,
  sizeMax: number,
): Value {
  const oldest = memory.keys().next();
  if (memory.size >= sizeMax && !oldest.done) memory.delete(oldest.value);
  memory.set(key, value);
  return value;
}
