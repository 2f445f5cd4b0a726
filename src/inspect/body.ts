/** The body as text, or null where it is larger; reads no more than it must to know. */
export async function readBody(
  request: { readonly body: ReadableStream<Uint8Array> | null },
  bytesMax: number,
): Promise<string | null> {
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
