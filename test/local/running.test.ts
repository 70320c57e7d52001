import { mkdtempSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jsonLine, workerLine } from '../../worker/local/json-lines.ts'
import { start } from './started.ts'

const token = 'the-token-of-the-operators-own-prometheus'

it('logs in lines of JSON, is measured, and told to stop lets what has begun end', async () => {
  const host = start({
    ...{ XIANGBANG_DATA: mkdtempSync(join(tmpdir(), 'xiangbang-running-')), XIANGBANG_DEMO: 'none' },
    ...{ PORT: '0', XIANGBANG_LOG: 'requests', XIANGBANG_METRICS_TOKEN: token },
  })
  const url = await host.printed(/is ready after [\d.]+ s: (http:\/\/localhost:\d+)"/)
  const authorization = `Bearer ${token}`
  expect((await fetch(`${url}/metrics`)).status).toBe(404)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)

  const slow = await half(url, JSON.stringify({ login: 'nobody-here', password: 'not-the-password' }))
  const measured = await fetch(`${url}/metrics`, { headers: { authorization } })
  expect(await measured.text()).toMatch(
    /xiangbang_requests_total\{method="GET",route="\/readyz",status="200"\} 1/,
  )
  host.child.kill('SIGTERM')
  await host.printed(/"message":"(Stopping) …"/)
  expect(await slow.rest()).toMatch(/^HTTP\/1\.1 401 /)

  const { code, said } = await host.ended
  expect(code).toBe(0)
  const lines = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toContainEqual({
    ...{ level: 'info', at: expect.any(String), requestId: expect.any(String), method: 'POST' },
    ...{ route: '/api/v1/sessions', status: 401, milliseconds: expect.any(Number) },
    ...{ county: null, role: null, trips: expect.any(Number), statements: expect.any(Number) },
    ...{ rowsRead: expect.any(Number), rowsWritten: expect.any(Number) },
  })
  expect(lines.at(-1)).toEqual({ level: 'info', at: expect.any(String), message: 'Stopped.' })
  expect(said).not.toContain('nobody-here')
})

it('what is no JSON of the Worker’s own becomes a line of it', () => {
  const now = new Date('2026-03-06T10:00:00Z')
  expect(workerLine('{"level":"error"}', now)).toBe('{"level":"error"}')
  const wrapped = '{"level":"info","at":"2026-03-06T10:00:00.000Z","message":'
  expect(workerLine('{ no json', now)).toBe(`${wrapped}"{ no json"}`)
  expect(workerLine('one\ntwo', now)).toBe(`${wrapped}"one\\ntwo"}`)
  expect(jsonLine('\u001b[33mwarned\u001b[0m\n', 'error', now)).toContain('"level":"error"')
  expect(jsonLine('\u001b[33mwarned\u001b[0m\n', 'error', now)).toContain('"message":"warned"')
})

/** A sign-in of which only the head and half the body have been sent; `rest` sends the other half and gives the answer. */
async function half(url: string, body: string): Promise<{ rest: () => Promise<string> }> {
  const { hostname, port, origin, host } = new URL(url)
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened = createConnection({ host: hostname, port: Number(port), family: 4 }, () => resolve(opened))
    opened.once('error', reject)
  })
  let answer = ''
  const ended = new Promise<string>((resolve, reject) => {
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.once('close', () => resolve(answer))
    socket.once('error', reject)
  })
  const head = [
    'POST /api/v1/sessions HTTP/1.1',
    ...[`host: ${host}`, `origin: ${origin}`, 'content-type: application/json', 'connection: close'],
    ...[`content-length: ${body.length}`, '', ''],
  ]
  socket.write(head.join('\r\n') + body.slice(0, 10))
  return {
    rest: () => {
      socket.write(body.slice(10))
      return ended
    },
  }
}
