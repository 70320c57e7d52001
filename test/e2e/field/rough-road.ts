import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

type Mode = 'open' | 'rough' | 'closed'

/**
 * Stands between the browser and the server like a village's signal. `rough` loses three requests in ten, half of them
 * on the way there, half after the server has answered; `closed` loses all. The same seed loses the same ones.
 */
export async function aRoughRoad(to: string, seed: number) {
  let mode: Mode = 'open'
  const lost = { before: 0, after: 0, through: 0 }
  const chance = generator(seed)
  const server = createServer((asked, answer) => {
    const draw = mode === 'rough' ? chance() : mode === 'closed' ? 0 : 1
    if (draw < 0.15) {
      lost.before += 1
      asked.socket.destroy()
      return
    }
    forward(to, asked, (arrived) => {
      if (draw < 0.3) {
        // The server has done it all; only its word does not come back.
        arrived.on('end', () => {
          lost.after += 1
          asked.socket.destroy()
        })
        arrived.resume()
        return
      }
      lost.through += 1
      pass(arrived, answer)
    }).on('error', () => asked.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lost,
    is: (next: Mode) => {
      mode = next
      if (next === 'closed') server.closeAllConnections()
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function forward(
  to: string,
  asked: IncomingMessage,
  arrived: (answer: IncomingMessage) => void,
): ClientRequest {
  const { hostname, port } = new URL(to)
  const { method, url: path, headers } = asked
  const onwards = request({ hostname, port, path, ...(method && { method }), headers }, arrived)
  asked.pipe(onwards)
  return onwards
}

function pass(arrived: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(arrived.statusCode ?? 502, arrived.headers)
  arrived.pipe(answer)
}

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
