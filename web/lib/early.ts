/**
 * Answers asked for before the program that reads them has come, by their whole address; each is taken once. A page's
 * small entry asks, `api` takes.
 */
const asked = new Map<string, Promise<Response>>()

/** Asks for these addresses of `/api/v1` at once. */
export function askEarly(paths: readonly string[]): void {
  for (const path of paths) {
    const answer = whole(`/api/v1${path}`)
    // Whoever takes it hears of its failure.
    answer.catch(() => {})
    asked.set(`/api/v1${path}`, answer)
  }
}

/** The answer to a read that has been asked for already; what is written makes all others old. */
export function takeEarly(input: unknown, method = 'GET'): Promise<Response> | undefined {
  if (method !== 'GET') asked.clear()
  const answer = asked.get(String(input))
  asked.delete(String(input))
  return answer
}

/** From now on everything is asked anew. */
export function forgetEarly(): void {
  asked.clear()
}

/** An answer with all of its body: one that nobody comes to read would hold its connection for good. */
async function whole(path: string): Promise<Response> {
  const sent = await fetch(path)
  const body = await sent.text()
  return new Response(body === '' ? null : body, { status: sent.status, headers: sent.headers })
}
