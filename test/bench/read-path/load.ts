import { Agent, get } from 'node:http'

/** What is asked for again and again; `status` is what every answer must have. */
export type Target = { url: string; headers?: Record<string, string>; status: 200 | 304 }

/** So many requests over so many kept-alive connections. Gives requests per second; any other answer is an error. */
export async function requestsPerSecond(
  target: Target,
  requests: number,
  connections: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let left = requests
  const connection = async () => {
    while (left-- > 0) await request(agent, target)
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, connection))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return requests / seconds
}

function request(agent: Agent, { url, headers, status }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent, ...(headers && { headers }) }, (answer) => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode === status) resolve()
        else reject(new Error(`${url} answered ${answer.statusCode}`))
      })
    })
    asked.on('error', reject)
  })
}
