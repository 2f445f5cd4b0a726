// One call to Linear: in time, with what the isolate remembers of the key. An edge: it knows the clock.
import type { LinearClient } from "@linear/sdk";
import type { LinearSettings } from "../settings.ts";
import type { Keep } from "./kept-lookups.ts";
import { KeyMemories } from "./key-memory.ts";
import type { KeyGuard } from "./key-guard.ts";
import { connectClient } from "./linear-client.ts";
import { isRefusal } from "./linear-problem.ts";

/** What this isolate remembers, for as long as it lives. */
export const ISOLATE_MEMORY = new KeyMemories();

/** Does a piece of work with a client that ends when its time is over. */
export type Call = <Answer>(
  work: (client: LinearClient, keep: Keep) => Promise<Answer>,
) => Promise<Answer>;

/** Prepares calls with the key of the settings. */
export async function prepareCalls(settings: LinearSettings, memories: KeyMemories): Promise<Call> {
  const inTime = await connectClient(settings);
  const { guard, lookups } = memories.of(settings);
  return (work) =>
    inTime(async (client) => {
      guardRequests(client, guard);
      try {
        return await work(
          client,
          lookups.keeper(() => Date.now()),
        );
      } catch (error) {
        // It may have named something that was kept and is there no longer.
        if (isRefusal(error)) lookups.forget();
        throw error;
      }
    });
}

// Each request by itself: others are on their way when the first is refused.
function guardRequests({ client }: LinearClient, guard: KeyGuard): void {
  const send: typeof client.request = client.request.bind(client);
  client.request = async <Data>(
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<Data> => {
    const refusal = guard.refusalAt(Date.now());
    if (refusal !== null) throw refusal;
    try {
      const answer = await send<Data, Record<string, unknown>>(document, variables);
      guard.succeeded();
      return answer;
    } catch (error) {
      guard.failed(error, Date.now());
      throw error;
    }
  };
}
