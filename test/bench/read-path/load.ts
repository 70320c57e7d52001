import { connect, type Socket } from 'node:net'

/** How many addresses `{k}` stands for: more than the Worker remembers of a kind. */
export const otherBoards = 64

/**
 * What is asked for again and again; `status` is what every answer must have, `{n}` in a header another number each
 * time, `{k}` in an address one of `otherBoards` in turn.
 */
export type Target = { url: string; headers?: Record<string, string>; status: 200 | 304 }

/** Requests per second, and what half and 99 of 100 of them took at most, in ms. */
export type Load = { rps: number; p50: number; p99: number }

/**
 * So many requests over so many kept-alive connections; any other answer is an error. Speaks to the sockets itself:
 * Node's own client takes longer to read an answer than the Worker to give it.
 */
export async function load(target: Target, requests: number, connections: number): Promise<Load> {
  const { hostname, port, host, pathname, search } = new URL(target.url)
  const lines = Object.entries({ host, ...target.headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const path = `${pathname}${search}`.replaceAll('%7Bk%7D', '{k}')
  const template = `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
  const took: number[] = []
  let left = requests
  const connection = async () => {
    let socket = connect(Number(port), hostname)
    while (left-- > 0) {
      const request = addressed(template)
      const begun = performance.now()
      // A server may close a connection between two requests: the request is then sent again over a new one.
      while (!(await exchange(socket, request, target.status))) socket = connect(Number(port), hostname)
      took.push(performance.now() - begun)
    }
    socket.destroy()
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, connection))
  const rps = (requests * 1000) / (performance.now() - start)
  const sorted = took.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { rps, p50: at(0.5), p99: at(0.99) }
}

let number = 0
let turn = 0

/** One after the other, whatever else is asked between: whoever remembers fewer than there are never knows the next. */
function addressed(template: string): string {
  const request = template.replaceAll('{n}', String(number++))
  return request.includes('{k}') ? request.replaceAll('{k}', String(turn++ % otherBoards)) : request
}

/** One request and the whole of its answer, whose length must be announced. False where the connection was closed. */
function exchange(socket: Socket, request: string, status: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let awaited: number | undefined
    let head = ''
    const stop = () => socket.off('data', read).off('error', failed).off('close', closed)
    const failed = (error: Error) => {
      stop()
      reject(error)
    }
    const closed = () => {
      stop()
      if (awaited === undefined) resolve(false)
      else reject(new Error('the connection was closed within an answer'))
    }
    const read = (chunk: Buffer) => {
      if (awaited !== undefined) awaited -= chunk.length
      else {
        head += chunk.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = status === 304 ? '0' : /^content-length: (\d+)/im.exec(head)?.[1]
        if (!head.startsWith(`HTTP/1.1 ${status} `) || length === undefined) {
          return failed(new Error(`not the answer awaited: ${head.slice(0, end)}`))
        }
        awaited = Number(length) - (head.length - end - 4)
      }
      if (awaited <= 0) {
        stop()
        resolve(true)
      }
    }
    socket.on('data', read).on('error', failed).on('close', closed)
    socket.write(request)
  })
}
