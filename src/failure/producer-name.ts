/**
 * What a producer is called before cleaning: its script's name, with the dispatch namespace where it
 * has one. Local runs have no script name. Failures and sightings must call it the same.
 */
export function producerName(
  scriptName: string | null,
  dispatchNamespace: string | null | undefined,
  unnamed: string,
): string {
  const script = scriptName || unnamed;
  return dispatchNamespace ? `${dispatchNamespace}/${script}` : script;
}
