import { mkdtempSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { regionCounty } from '../../schema/api/regions.ts'
import { type Host, startHost } from '../../worker/local/host.ts'
import { readWorkerConfig } from '../../worker/local/worker-config.ts'
import { start } from './started.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'xiangbang-host-'))
const silent = () => {}

describe('the local host', () => {
  const dataDir = newFolder()
  let host: Host
  beforeAll(async () => {
    host = await startHost({ dataDir, log: silent })
  })
  afterAll(() => host.stop())
  const get = (path: string) => fetch(`${host.url}${path}`)

  it('serves the Worker, the regions and the web app', async () => {
    expect((await get('/healthz')).status).toBe(200)
    const jingtai = regionCounty.parse(await (await get('/api/v1/regions/620423')).json())
    expect(jingtai.townships).toHaveLength(11)
    const page = await get('/signup')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('answers the console’s deep links with the console, and what nobody has with a problem', async () => {
    const deep = await get('/console/some-county/boards/1')
    expect(deep.status).toBe(200)
    const unstamped = (html: string) => html.replace(/nonce="[^"]+"/, '')
    expect(unstamped(await deep.text())).toBe(unstamped(await (await get('/console/')).text()))
    const missing = await get('/api/v1/nothing')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })

  it('lets pages load only what is theirs, and browsers keep hashed files for good', async () => {
    const signIn = await get('/signin')
    expect(signIn.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    )
    const [, script] = /src="(\/static\/[^"]+)"/.exec(await signIn.text()) ?? []
    const kept = await get(script ?? '')
    expect(kept.headers.get('cache-control')).toMatch(/immutable/)
    expect(kept.headers.get('x-content-type-options')).toBe('nosniff')
    const nonces = await Promise.all(
      ['/console', '/console/'].map(async (path) => {
        const page = await get(path)
        const [, nonce] = /nonce="([^"]+)"/.exec(await page.text()) ?? []
        expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`)
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(2)
  })

  it('runs every cron of wrangler.toml', async () => {
    for (const cron of readWorkerConfig().crons) await host.cron(cron, new Date('2026-03-06T10:00:00Z'))
  })

  it('lets no second host use the same data', async () => {
    const { code, said } = await start({ XIANGBANG_DATA: dataDir, PORT: '0' }).ended
    expect(code).toBe(1)
    expect(said).toMatch(/already running/)
  })

  it('keeps data and secrets when it starts again, the secrets for its owner only', async () => {
    await (await host.mf.getD1Database('SHARD_03')).exec('CREATE TABLE kept (id TEXT)')
    const { SESSION_SECRET: before } = await host.mf.getBindings<{ SESSION_SECRET: string }>()
    expect(Buffer.from(before, 'base64url')).toHaveLength(32)
    expect(statSync(join(dataDir, 'secret.json')).mode & 0o777).toBe(0o600)
    await (await host.mf.getR2Bucket('FILES')).put('kept', 'file')
    await host.stop()
    host = await startHost({ dataDir, log: silent })
    await (await host.mf.getD1Database('SHARD_03')).exec('DROP TABLE kept')
    expect(await (await (await host.mf.getR2Bucket('FILES')).get('kept'))?.text()).toBe('file')
    expect((await host.mf.getBindings<{ SESSION_SECRET: string }>()).SESSION_SECRET).toBe(before)
  })

  it('says which port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(startHost({ dataDir: newFolder(), port, log: silent })).rejects.toThrow(
      `Port ${port} is in use`,
    )
    other.close()
  })
})

describe('npm start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints the addresses, and on %s stops everything and ends well',
    async (signal) => {
      const started = start({ XIANGBANG_DATA: newFolder(), PORT: '0', XIANGBANG_DEMO: 'none' })
      const url = await started.printed(/(http:\/\/localhost:\d+)\/signup/)
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
      started.child.kill(signal)
      expect((await started.ended).code).toBe(0)
      await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    },
  )

  it('refuses a PORT that is none', async () => {
    const { code, said } = await start({ XIANGBANG_DATA: newFolder(), PORT: 'eighty' }).ended
    expect(code).toBe(1)
    expect(said).toMatch('PORT must be a number')
  })
})
