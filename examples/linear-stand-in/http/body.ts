import type { IncomingMessage } from "node:http";

/** No ticket is near it; without a limit one request could fill the memory. */
const BODY_BYTES_MAX = 1_000_000;

/** Reads a request's body as text; undefined if it is larger than one megabyte. */
export function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      // The rest is read and dropped: a client that is still sending would not see the answer.
      if (bytes <= BODY_BYTES_MAX) chunks.push(chunk);
    });
    request.on("end", () => {
      resolve(bytes <= BODY_BYTES_MAX ? Buffer.concat(chunks).toString("utf8") : undefined);
    });
    request.on("error", reject);
  });
}
