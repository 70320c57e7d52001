import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { Client } from '../support/client.ts'

const reader = new Client()

test('the reference lists every call of the contract, with its verb and its shapes, and no scripts', async () => {
  const contract = await reader.get('/api/openapi.json')
  const { paths } = contract.body as { paths: Record<string, Record<string, { 'x-verb'?: string }>> }
  const { status, text } = await reader.get('/api/docs')
  expect(status).toBe(200)
  expect(text).not.toContain('<script')
  for (const [path, calls] of Object.entries(paths)) {
    for (const [method, call] of Object.entries(calls)) {
      expect(text).toContain(`<code><b>${method.toUpperCase()}</b> ${path}</code>`)
      if (call['x-verb']) expect(text).toContain(`<code>${call['x-verb']}</code>`)
    }
  }
  expect(text).toContain('<code>office</code>')
  expect(text).toContain('&quot;office&quot; | &quot;department&quot; | &quot;group&quot;')
})

test('the reference is in English too', async () => {
  const { text } = await reader.get('/api/docs?lang=en')
  expect(text).toContain('<h1>API reference</h1>')
  expect(text).toContain('Permission needed')
})

test('the service says that it lives, and that its databases are ready', async () => {
  expect((await reader.get('/healthz')).body).toEqual({ status: 'ok' })
  const ready = await reader.get('/readyz')
  expect(ready.status).toBe(200)
  expect(ready.body).toEqual({ status: 'ready', missing: [] })
})

test('a shard that lacks a table is named and the service is not ready', async () => {
  await env.SHARD_02.exec('drop table snapshot')
  const answer = await reader.get('/readyz')
  expect(answer.status).toBe(503)
  expect(answer.body).toEqual({ status: 'not ready', missing: ['SHARD_02'] })
})

test('crawlers may read the public pages and not the console', async () => {
  const { text, status } = await reader.get('/robots.txt')
  expect(status).toBe(200)
  expect(text).toContain('Disallow: /console')
  expect(text).not.toContain('Disallow: /c/')
})
