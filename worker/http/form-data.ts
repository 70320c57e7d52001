/** Bytes of a form without files. */
const longestPlain = 100_000

/**
 * A form as a browser sent it; undefined where it is none, or has more than `most` parts: the largest has a few dozen, and
 * hundreds of thousands of tiny ones would fit the bytes allowed and keep the parser busy for seconds.
 */
export async function formOf(request: Request, most = 200): Promise<FormData | undefined> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = await request.arrayBuffer()
  const boundary = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  const few = boundary
    ? !isOftener(bytes, `--${boundary[1] ?? boundary[2]}`, most + 1)
    : bytes.byteLength <= longestPlain
  if (!few) return undefined
  const form = new Response(bytes, { headers: { 'content-type': type } }).formData()
  return form.catch(() => undefined)
}

function isOftener(bytes: ArrayBuffer, text: string, most: number): boolean {
  const all = Buffer.from(bytes)
  let found = 0
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + text.length)) {
    found += 1
    if (found > most) return true
  }
  return false
}
