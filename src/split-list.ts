/** The items of a setting that is a list, comma between them; blank ones are none. */
export function splitList(value: string): readonly string[] {
  return value.split(",").flatMap((item) => item.trim() || []);
}
