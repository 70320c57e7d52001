import { exports } from 'cloudflare:workers'
import { expect } from 'vitest'
import { broken } from './promised.ts'

// The plugin types `default` as a WorkerEntrypoint class; ours is an object of handlers.
const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default

export const origin = 'http://localhost'

/** An answer of the service: status, headers and the JSON body, or the text where it is none. */
export type Answer = { status: number; headers: Headers; body: unknown; text: string; bytes: Uint8Array }

/** A browser (it keeps cookies and sends its origin) or, with a token, a machine. */
export class Client {
  readonly #cookies = new Map<string, string>()
  readonly #token: string | undefined
  #reach: typeof fetch = (...request) => worker.fetch(...request)
  language = 'zh'

  constructor(token?: string) {
    this.#token = token
  }

  /** The same person, whose requests take another way to the service. */
  by(reach: (request: Request) => Promise<Response>): Client {
    const same = new Client(this.#token)
    for (const [name, value] of this.#cookies) same.setCookie(name, value)
    same.#reach = (...request) => reach(new Request(...request))
    return same
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers)
  }
  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers)
  }
  put(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PUT', path, body, headers)
  }
  patch(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PATCH', path, body, headers)
  }
  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers)
  }

  /** Bytes go as they are; anything else as JSON. Paths start with a slash, below /api/v1 unless they say /c or /api. */
  async send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const url = /^\/(api|c|media|healthz|readyz|robots\.txt)(\/|$)/.test(path)
      ? `${origin}${path}`
      : `${origin}/api/v1${path}`
    const bytes = body instanceof Uint8Array
    const sent = bytes ? new Blob([new Uint8Array(body)]) : JSON.stringify(body)
    const answer = await this.#reach(url, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': this.language,
        ...(this.#token
          ? { authorization: `Bearer ${this.#token}` }
          : { origin, cookie: this.#cookieHeader() }),
        ...(body === undefined || bytes ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: sent }),
    })
    this.#keep(answer.headers)
    const received = new Uint8Array(await answer.arrayBuffer())
    const text = new TextDecoder().decode(received)
    const { status } = answer
    const parsed = parse(text)
    const type = answer.headers.get('content-type')
    // The OpenAPI document is a promise: every answer of every test is held against it.
    expect(broken(method, new URL(url).pathname, status, type, parsed), `${method} ${path}`).toEqual([])
    return { status, headers: answer.headers, body: parsed, text, bytes: received }
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }
  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
