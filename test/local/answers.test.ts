import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardHeaders } from '../../worker/domain/access/content-policy.ts'
import { problems } from '../../worker/problems/catalogue.ts'
import { aJpeg } from '../support/pictures.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'xiangbang-answers-'))
const password = 'secret-password-of-the-office'
let host: ChildProcess
let said = ''
let url = ''
/** The office's browser; whatever it was handed, it may have used. */
const cookies: Record<string, string> = {}
const handed: string[] = []
let county = ''
let script = ''
let photoTag = ''
let pageTag = ''
const photo = crypto.randomUUID()

/** A header that is known only later is a function. */
type Headers = Record<string, string | (() => string)>
type Asked = { method?: string; headers?: Headers; body?: string | Uint8Array<ArrayBuffer> }

/** As the office, unless `cookie` says otherwise. */
async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Response> {
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  const answer = await fetch(`${url}${path}`, {
    ...{ method, redirect: 'manual' },
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...{ origin: url, cookie: cookie.join('; ') },
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          String(typeof value === 'string' ? value : value()),
        ]),
      ),
    },
    ...(body !== undefined && { body }),
  })
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    cookies[name] = value
    if (name.startsWith('__Host-')) handed.push(value)
  }
  return answer
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers })

beforeAll(async () => {
  const child = fileURLToPath(new URL('watched-host.ts', import.meta.url))
  host = fork(child, [dataDir], { silent: true, execArgv: [] })
  for (const stream of [host.stdout, host.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  url = ((await once(host, 'message')) as [{ url: string }])[0].url
  const account = { name: '王办', login: 'office-login', password }
  const founded = await post('/signup', { county: '620423', office: '整治办', account })
  county = ((await founded.json()) as { county: { id: string } }).county.id
  let areas = ''
  while (areas !== 'ready') {
    const answer = await ask(`/api/v1/counties/${county}`)
    areas = ((await answer.json()) as { setup: { areas: string } }).setup.areas
  }
  const bytes = aJpeg(32, 24)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = await ask(`/api/v1/counties/${county}/photos/${photo}?sha256=${sha256}`, {
    ...{ method: 'PUT', body: bytes, headers: { 'content-type': 'image/jpeg' } },
  })
  expect(kept.status).toBe(201)
  photoTag = (await ask(photoPath())).headers.get('etag') ?? ''
  await publishABulletin()
  script = /src="(\/static\/[^"]+)"/.exec(await (await ask('/signin/')).text())?.[1] ?? ''
})

/** Something for the public: without it a county has no site. */
async function publishABulletin() {
  const at = `/counties/${county}/bulletins`
  const draft = { kind: 'special', title: '通报', from: '2026-03-02', to: '2026-03-08' }
  const made = await post(at, draft)
  expect(made.status, await made.clone().text()).toBe(201)
  const { id, version } = (await made.json()) as { id: string; version: number }
  const asked = (method: string, body: unknown) => ({ method, body: JSON.stringify(body) })
  await ask(`/api/v1${at}/${id}`, asked('PATCH', { version, visibility: 'public' }))
  const issued = await ask(`/api/v1${at}/${id}/issue`, asked('PUT', { version: version + 1 }))
  expect(issued.status, await issued.clone().text()).toBe(200)
  pageTag = (await ask(`/c/${county}`)).headers.get('etag') ?? ''
}

afterAll(async () => {
  host.send('stop')
  await once(host, 'exit')
  rmSync(dataDir, { recursive: true })
})

/** Every kind of answer there is: how to get one, and what marks it. */
const kinds: Record<
  string,
  { path: () => string; asked?: Asked; status: number; cached: RegExp; policy: RegExp }
> = {
  'API, of a county': at('', 200, /^no-store$/, nothing()),
  'API, of nobody': { ...at('', 200, /^public, max-age/, nothing()), path: () => '/api/v1/regions' },
  'API, created': {
    ...at('/units', 201, /^no-store$/, nothing()),
    asked: { method: 'POST', body: '{"name":"一组","kind":"group"}' },
  },
  'no such thing': at('/units/none/people', 404, /^no-store$/, nothing()),
  'no such method': { ...at('/units', 404, /^no-store$/, nothing()), asked: { method: 'PROPFIND' } },
  'no such route': { ...at('', 404, /^no-store$/, nothing()), path: () => '/api/v2' },
  'signed out': { ...at('', 401, /^no-store$/, nothing()), asked: { headers: { cookie: '' } } },
  'from elsewhere': {
    ...at('/units', 403, /^no-store$/, nothing()),
    asked: { method: 'POST', body: '{}', headers: { origin: 'https://elsewhere.gov.cn' } },
  },
  'not as the form has it': {
    ...at('/units', 422, /^no-store$/, nothing()),
    asked: { method: 'POST', body: '{}' },
  },
  'cut short': { ...at('/units', 400, /^no-store$/, nothing()), asked: { method: 'POST', body: '{' } },
  'too large': {
    ...at('/units', 413, /^no-store$/, nothing()),
    asked: { method: 'POST', body: `"${'x'.repeat(1_000_000)}"` },
  },
  download: at('/areas/sheet', 200, /^no-store$/, nothing()),
  photo: { ...at('', 200, /^private, no-cache$/, /default-src 'none'; sandbox/), path: () => photoPath() },
  'photo, not changed': {
    ...at('', 304, /^private, no-cache$/, /^$/),
    path: () => photoPath(),
    asked: { headers: { 'if-none-match': () => photoTag } },
  },
  'public page': page(() => `/c/${county}`, 200, /^public, max-age=60/),
  // The page's own policy stays: what comes with a 304 would take its place.
  'public page, not changed': {
    ...page(() => `/c/${county}`, 304, /^public, max-age=60/),
    ...{ policy: /^$/, asked: { headers: { 'if-none-match': () => pageTag } } },
  },
  'public page, not there': page(() => `/c/${county}/nothing`, 404, /^public, max-age=30$/),
  'public page of nobody': page(() => '/c/999999', 404, /^public, max-age=30$/),
  'API reference': page(() => '/api/docs', 200, /^public, max-age=60/),
  'API document': { ...at('', 200, /^no-store$/, nothing()), path: () => '/api/openapi.json' },
  feed: { ...at('', 200, /^public/, nothing()), path: () => `/c/${county}/feed.atom` },
  'robots.txt': { ...at('', 200, /^public/, nothing()), path: () => '/robots.txt' },
  health: { ...at('', 200, /^no-store$/, nothing()), path: () => '/healthz' },
  'console page': page(() => '/console/somewhere', 200, /^no-store$/),
  'field page': page(() => '/field/', 200, /^no-cache$/),
  'field, moved': { ...at('', 308, /^$/, nothing()), path: () => '/field' },
  'sign-in page': page(() => '/signin/', 200, /max-age=0|no-cache/),
  'static file': { ...at('', 200, /immutable/, /^default-src 'none'/), path: () => script },
}

function at(path: string, status: number, cached: RegExp, policy: RegExp) {
  return { path: () => `/api/v1/counties/${county}${path}`, status, cached, policy }
}
function nothing() {
  return /^default-src 'none'; frame-ancestors 'none'$/
}
function page(path: () => string, status: number, cached: RegExp) {
  return { path, status, cached, policy: /^default-src 'none';.*base-uri 'none'.*frame-ancestors 'none'$/ }
}
function photoPath(): string {
  return `/api/v1/counties/${county}/photos/${photo}`
}

describe('every kind of answer is guarded', () => {
  it.each(Object.entries(kinds))('%s', async (_, { path, asked = {}, status, cached, policy }) => {
    const answer = await ask(path(), asked)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control') ?? '').toMatch(cached)
    expectGuarded(answer, policy)
  })
})

function expectGuarded(answer: Response, policy: RegExp) {
  for (const [name, value] of Object.entries(guardHeaders)) {
    const open = name === 'cross-origin-resource-policy' && new URL(answer.url).pathname.startsWith('/c/')
    expect(answer.headers.get(name), name).toBe(open ? 'cross-origin' : value)
  }
  const said = answer.headers.get('content-security-policy') ?? ''
  expect(said).toMatch(policy)
  expect(said).not.toContain('unsafe')
  expect(answer.headers.get('server')).toBeNull()
  expect(answer.headers.get('x-powered-by')).toBeNull()
}

it('cookies are bound to this host, to HTTP and to this site', async () => {
  const signedIn = await post('/sessions', { login: 'office-login', password })
  const lines = signedIn.headers.getSetCookie()
  expect(lines.map((line) => line.split('=')[0]).sort()).toEqual([
    '__Host-access',
    '__Host-refresh',
    'xb-seen',
  ])
  for (const line of lines.filter((each) => each.startsWith('__Host-')))
    expect(line).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

it('nothing that opens anything is ever written to the log, whatever goes wrong', async () => {
  const secrets = await everySecretSent()
  const lines = said.split('\n').filter((line) => line.startsWith('{'))
  expect(lines.length).toBeGreaterThan(Object.keys(kinds).length)
  expect(said).toContain('"route":"/api/v1/sessions"')
  for (const secret of secrets) expect(said.includes(secret), secret).toBe(false)
})

/** Sends what must stay secret in every place that takes a secret; gives what was sent, and what was handed out. */
async function everySecretSent(): Promise<string[]> {
  const mark = (of: string) => `marked-${of}-4711`
  const token = await post(`/counties/${county}/tokens`, {
    name: '机',
    role: 'county_leader',
    expiresInDays: 1,
  })
  const { secret } = (await token.json()) as { secret: string }
  const invited = await post(`/counties/${county}/members`, {
    name: '乙',
    login: 'second',
    role: 'county_leader',
  })
  expect(invited.status, await invited.clone().text()).toBe(201)
  const { token: link } = ((await invited.json()) as { activation: { token: string } }).activation
  await post('/sessions', { login: mark('login'), password: mark('password') })
  await post('/activations', { token: mark('link'), password: mark('new-password') })
  await post('/activations/preview', { token: link })
  await ask('/api/v1/me', {
    headers: { cookie: `__Host-access=${mark('access')}; __Host-refresh=a.${mark('refresh')}` },
  })
  await ask(`/api/v1/counties/${county}`, { headers: { authorization: `Bearer ${secret}` } })
  await ask(`/api/v1/counties/${county}`, { headers: { authorization: `Bearer ${mark('token')}` } })
  await ask(`/c/${county}/preview?token=${mark('preview')}`)
  await ask(`/c/${county}/complaints/follow`, {
    ...{ method: 'POST', body: `code=${mark('code')}` },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  await ask(`/api/v1/counties/${county}/field-codes/${mark('qr')}`)
  await ask(`/field/${mark('field')}`)
  await ask(`/c/${mark('county')}/nothing`)
  await ask(`/api/v1/counties/${county}/audit?q=${mark('query')}`)
  await ask('/api/v1/sessions', { method: 'POST', body: `{"password":"${mark('cut')}` })
  await post(
    `/counties/${county}/units`,
    { name: mark('name'), kind: mark('kind') },
    { 'idempotency-key': mark('key') },
  )
  host.send('break')
  await once(host, 'message')
  for (const language of ['zh', 'en'] as const) await expectFixedWords(language, mark('unforeseen'))
  const marks = ['login', 'password', 'link', 'new-password', 'access', 'refresh', 'token', 'preview', 'code']
  const more = ['qr', 'field', 'county', 'query', 'cut', 'name', 'kind', 'key', 'unforeseen']
  expect(handed.length).toBeGreaterThan(1)
  return [
    ...[...marks, ...more].map(mark),
    password,
    'office-login',
    '王办',
    secret,
    link,
    ...handed.filter(Boolean),
  ]
}

/** What nobody foresaw is answered with the same words every time, and a number to ask with. */
async function expectFixedWords(language: 'zh' | 'en', secret: string) {
  const answer = await post(
    `/sessions?x=${secret}`,
    { login: 'office-login', password },
    { 'accept-language': language, 'x-anything': secret },
  )
  const [title, detail] = problems.unexpected[language]
  expect(await answer.json()).toEqual({
    ...{ type: '/problems/unexpected', title, detail, status: 500 },
    instance: expect.stringMatching(/^urn:request:[0-9a-f-]{36}$/),
  })
  expectGuarded(answer, nothing())
}
