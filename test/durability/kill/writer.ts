import type { MortalHost } from './mortal-host.ts'

/** A write as its client noted it before it went out. */
export type Write = {
  method: 'POST' | 'PUT'
  /** Below the county. */
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** Whether it is 201 the first time and 200 ever after. */
  creates?: true
  /** Answers that are an honest no to a repeat, and say that it was carried out. */
  carriedOut?: readonly string[]
}

/** What all clients together went through. */
export type Figures = {
  acknowledged: number
  /** Attempts whose answer never came. */
  cutOff: number
  /** Of the writes that were cut off, those that had had their effect all the same. */
  hadEffect: number
  /** Repeats told that the write was carried out and its answer lost. */
  answerLost: number
}

export type Answer = { status: number; body: unknown; bytes: Uint8Array }

/**
 * Somebody who writes with a machine token, and repeats each write word for word until it is acknowledged. Anything
 * but a success, a broken connection or an honest "carried out before" is thrown.
 */
export class Writer {
  readonly #host: MortalHost
  readonly #county: string
  readonly #token: string
  readonly #figures: Figures

  constructor(host: MortalHost, county: string, token: string, figures: Figures) {
    this.#host = host
    this.#county = county
    this.#token = token
    this.#figures = figures
  }

  async write(write: Write): Promise<Answer> {
    let before = 0
    for (;;) {
      const answer = await this.attempt(write)
      if (answer) return this.#acknowledge(write, answer, before)
      before += 1
      this.#figures.cutOff += 1
      await this.#host.up
    }
  }

  async get(path: string): Promise<Answer> {
    const answer = await this.attempt({ method: 'GET', path })
    if (answer?.status !== 200) throw new Error(`GET ${path}: ${JSON.stringify(answer?.body)}`)
    return answer
  }

  /** One go; undefined where the connection broke before the whole answer was here. */
  async attempt({ method, path, body, headers = {} }: Omit<Write, 'method'> & { method: string }) {
    const bytes = body instanceof Uint8Array
    const type = body === undefined || bytes ? {} : { 'content-type': 'application/json' }
    try {
      const answer = await fetch(`${this.#host.url}/api/v1/counties/${this.#county}${path}`, {
        method,
        headers: { authorization: `Bearer ${this.#token}`, ...type, ...headers },
        ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
      })
      const received = new Uint8Array(await answer.arrayBuffer())
      return { status: answer.status, body: parsed(received), bytes: received }
    } catch {
      return undefined
    }
  }

  #acknowledge(write: Write, answer: Answer, before: number): Answer {
    const figures = this.#figures
    const said = String((answer.body as { type?: unknown } | undefined)?.type).replace('/problems/', '')
    if (write.carriedOut?.includes(said) && before > 0) figures.answerLost += 1
    else if (answer.status >= 300) {
      throw new Error(`${write.method} ${write.path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    if (before > 0 && write.creates && answer.status === 200) figures.hadEffect += 1
    figures.acknowledged += 1
    return answer
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
