interface HasBody {
  readonly body: ReadableStream<Uint8Array> | null;
}

/** The body as text, or null where it is larger; reads no more than it must to know. */
export async function readBody(request: HasBody, bytesMax: number): Promise<string | null> {
  const bytes = await readBytes(request, bytesMax);
  return bytes && new TextDecoder().decode(bytes);
}

/** The body as it came, or null where it is larger; reads no more than it must to know. */
export async function readBytes(request: HasBody, bytesMax: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > bytesMax) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.byteLength;
  }
  return bytes;
}
