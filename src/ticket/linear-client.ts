// The official SDK's client, loaded where it is used: 1.6 MB that cannot be tree-shaken.
import type { LinearClient } from "@linear/sdk";
import { LINEAR_TIMEOUT_MS } from "../limits.ts";
import type { LinearSettings } from "../settings.ts";

/** Works with a client whose calls are given up after `LINEAR_TIMEOUT_MS`, all of them together. */
export type InTime = <Answer>(work: (client: LinearClient) => Promise<Answer>) => Promise<Answer>;

/** Connects with the key of the settings: an API key as it is, an OAuth token as a bearer. */
export async function connectClient({ apiKey, apiUrl }: LinearSettings): Promise<InTime> {
  const sdk = await import("@linear/sdk");
  const credential = apiKey.startsWith("lin_api_") ? { apiKey } : { accessToken: apiKey };
  return async (work) => {
    // `AbortSignal.timeout` would run on after the answer, and keep the object in memory with it.
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), LINEAR_TIMEOUT_MS);
    const { signal } = controller;
    try {
      return await work(new sdk.LinearClient({ ...credential, apiUrl, signal }));
    } finally {
      clearTimeout(timer);
    }
  };
}
