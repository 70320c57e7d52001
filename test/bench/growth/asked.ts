import { Agent, request } from 'node:http'
import { median } from '../median.ts'
import type { requestLog } from '../request-log.ts'

/** What a request cost: milliseconds until the last byte, and of the databases what the request log says. */
export type Asked = { ms: number; bytes: number; rows: number; statements: number; trips: number }

// A connection each: one that is kept may be closed just as the next request goes out.
const agent = new Agent({ keepAlive: false })
let number = 0

/** Asks one thing `times` times, one after the other; medians. Any answer but a 2xx is an error. */
export async function ask(
  origin: string,
  { method = 'GET', path, token, body }: { method?: string; path: string; token?: string; body?: string },
  log: ReturnType<typeof requestLog>,
  times = 1,
): Promise<Asked> {
  const all: Asked[] = []
  for (let n = 0; n < times; n++) {
    log.forget()
    const answer = await send(origin, method, path, token, body)
    const { rowsRead: rows, statements, trips } = await log.next()
    all.push({ ...answer, rows, statements, trips })
  }
  const of = (pick: (one: Asked) => number) => median(all.map(pick))
  return {
    ...{ ms: of(({ ms }) => ms), bytes: of(({ bytes }) => bytes), rows: of(({ rows }) => rows) },
    ...{ statements: of(({ statements }) => statements), trips: of(({ trips }) => trips) },
  }
}

/** Reads an answer without keeping it. Under another name of the host a page of the public site is made anew. */
export function send(
  origin: string,
  method: string,
  path: string,
  token?: string,
  body?: string,
): Promise<{ ms: number; bytes: number }> {
  const anew = token === undefined ? { host: `h${number++}.localhost` } : { authorization: `Bearer ${token}` }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const headers = { ...anew, ...type }
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const asking = request(encodeURI(`${origin}${path}`), { method, headers, agent }, (answer) => {
      let bytes = 0
      let said = ''
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if ((answer.statusCode ?? 0) >= 300 && said.length < 500) said += chunk.toString()
      })
      answer.on('error', (error) =>
        reject(new Error(`${method} ${path}, after ${bytes} bytes: ${error.message}`)),
      )
      answer.on('end', () => {
        const { statusCode = 0 } = answer
        if (statusCode >= 200 && statusCode < 300) resolve({ ms: performance.now() - begun, bytes })
        else reject(new Error(`${method} ${path} answered ${statusCode}: ${said}`))
      })
    })
    asking.on('error', (error) => reject(new Error(`${method} ${path}: ${error.message}`)))
    asking.end(body)
  })
}
