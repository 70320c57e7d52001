/** Raw deflate of a stream of bytes, piece by piece. */
export function deflate(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return through(pieces, new CompressionStream('deflate-raw'))
}

/** The bytes that raw deflate was made of, piece by piece. Errors: what the platform throws of damaged bytes. */
export function inflate(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return through(pieces, new DecompressionStream('deflate-raw'))
}

async function* through(
  pieces: AsyncIterable<Uint8Array>,
  { writable, readable }: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array> {
  const writer = writable.getWriter()
  const reader = readable.getReader()
  let failed: unknown
  const fed = feed(pieces, writer).catch(async (error: unknown) => {
    failed = error
    await writer.abort(error).catch(() => undefined)
  })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield value as Uint8Array
    }
    await fed
    if (failed !== undefined) throw failed
  } catch (error) {
    // What broke the stream says more than that it broke.
    throw failed ?? error
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function feed(pieces: AsyncIterable<Uint8Array>, writer: WritableStreamDefaultWriter): Promise<void> {
  for await (const piece of pieces) await writer.write(piece)
  await writer.close()
}
