import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { app } from '../../worker/app.ts'
import { bytesTaken, jsonLimit, openLimit } from '../../worker/http/body.ts'
import { jsonDepth } from '../../worker/http/sound-json.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
const writes = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { requestBody?: { content: object } }>)
    .filter(([, { requestBody }]) => requestBody)
    .map(([method, { requestBody }]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{(\w+)\}/g, 'some-$1'),
      type: Object.keys(requestBody?.content ?? {})[0] ?? '',
    })),
)

describe('a body beyond what its route takes is refused before anybody asks who sent it', () => {
  test.for(writes)('$method $path', async ({ method, path, type }) => {
    const most = bytesTaken(method, path)
    // Nobody is signed in: with a body that fits it is 401 or worse, so 413 comes before all else.
    const declared = await ask(method, path, type, new Uint8Array(most + 1))
    expect(declared.status).toBe(413)
    expect(await declared.json()).toMatchObject({ type: '/problems/too-large' })
    const untold = await ask(method, path, type, inPieces(most + 1))
    expect(untold.status).toBe(413)
    const fitting = await ask(method, path, type, new Uint8Array(most).fill(0x20))
    expect(fitting.status).not.toBe(413)
  })

  test('JSON takes a megabyte in a county, less where nobody need be signed in, pictures and sheets more', () => {
    expect(bytesTaken('POST', '/api/v1/sessions')).toBe(openLimit)
    expect(bytesTaken('POST', '/api/v1/signup')).toBe(openLimit)
    expect(bytesTaken('POST', '/api/v1/counties/c/units')).toBe(jsonLimit)
    expect(bytesTaken('POST', '/api/v1/counties/c/areas/imports')).toBeGreaterThan(jsonLimit)
    expect(bytesTaken('PUT', '/api/v1/counties/c/photos/p')).toBeGreaterThan(jsonLimit)
    expect(bytesTaken('PUT', '/api/v1/counties/c/photos/p/thumbnail')).toBeLessThan(jsonLimit)
  })

  test('a stream is cut off where it is too long, not read to its end', async () => {
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 50_000
        controller.enqueue(new Uint8Array(50_000))
      },
    })
    const answer = await ask('POST', '/api/v1/counties/c/units', 'application/json', endless)
    expect(answer.status).toBe(413)
    expect(given).toBeLessThan(jsonLimit + 1_000_000)
  })
})

describe('JSON is looked at before it is read', () => {
  let county: TestCounty
  beforeAll(async () => {
    county = await aCounty()
  })
  const units = (text: string | Uint8Array<ArrayBuffer>) =>
    ask('POST', `/api/v1${county.at('/units')}`, 'application/json', text, {
      origin: 'http://localhost',
      cookie: `__Host-access=${county.office.cookie('__Host-access')}`,
    })
  const unit = (name: string) => `{"kind":"group","name":${name}}`

  test('however deep it is', async () => {
    const nested = (depth: number) => units('['.repeat(depth) + ']'.repeat(depth))
    expect(await problem(await nested(jsonDepth + 1))).toBe('too-deep')
    expect(await problem(await nested(jsonDepth))).toBe('invalid')
    expect(await problem(await units('{"a":'.repeat(160_000)))).toBe('too-deep')
    // Brackets within text are text.
    expect((await units(unit(`"${'['.repeat(60)}\\"{"`))).status).toBe(201)
  })

  test.for([
    ['NUL', '"甲\\u0000组"', 'name'],
    ['the first half of a pair', '"甲\\ud83c组"', 'name'],
    ['the second half of a pair', '"甲\\uDC04组"', 'name'],
  ] as const)('text with %s is refused with its place', async ([, name, path]) => {
    const answer = await units(unit(name))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ type: '/problems/invalid', errors: [{ path }] })
  })

  test('names that are no names are refused too, a prototype among them', async () => {
    for (const member of ['"a\\u0000"', '"\\ud800"', '"__proto__"', '"\\u005f_proto__"']) {
      const answer = await units(`{"kind":"group","name":"组",${member}:{"role":"county_admin"}}`)
      expect(answer.status, member).toBe(422)
    }
  })

  test('whole pairs, escapes of escapes and the last of two members are fine', async () => {
    for (const [name, kept] of [
      ['"\\ud83c\\udc04组"', '🀄组'],
      ['"\\\\u0000组"', '\\u0000组'],
      ['"先","name":"后"', '后'],
    ] as const) {
      const answer = await units(unit(name))
      expect(answer.status).toBe(201)
      expect(await answer.json()).toMatchObject({ name: kept })
    }
  })

  test('what is no UTF-8, cut short or has numbers beyond all bounds changes nothing', async () => {
    const text = new TextEncoder().encode(unit('"组"'))
    expect(await problem(await units(text.with(text.length - 3, 0xff)))).toBe('malformed')
    expect(await problem(await units(unit('"组')))).toBe('malformed')
    expect(await problem(await units(unit('1e999')))).toBe('invalid')
    expect(await problem(await units(unit('99999999999999999999999999')))).toBe('invalid')
    expect((await units(`\ufeff${unit('"有标记"')}`)).status).toBe(201)
  })

  test('a write that says it is something else is not read at all', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await county.office.post(
        county.at('/units'),
        { name: '组', kind: 'group' },
        { 'content-type': type },
      )
      expect(answer.status, type).toBe(415)
    }
  })

  test('a write from another site, or from none, is no write of a browser', async () => {
    for (const origin of [
      'https://elsewhere.gov.cn',
      'null',
      'http://localhost.elsewhere.gov.cn',
      'https://localhost',
    ]) {
      const answer = await county.office.post(county.at('/units'), { name: '组', kind: 'group' }, { origin })
      expect(answer.body, origin).toMatchObject({ type: '/problems/cross-origin' })
    }
    const stranger = await new Client().post(
      '/sessions',
      { login: 'a', password: 'b' },
      { origin: 'https://elsewhere.gov.cn' },
    )
    expect(stranger.status).toBe(403)
  })
})

async function problem(answer: Response): Promise<string> {
  const { type } = (await answer.json()) as { type: string }
  return type.replace('/problems/', '')
}

function ask(
  method: string,
  path: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const length = body instanceof Uint8Array ? { 'content-length': String(body.length) } : {}
  const init = { method, headers: { 'content-type': type, ...length, ...headers }, body }
  const request = new Request(`http://localhost${path}`, init as RequestInit)
  return Promise.resolve(app.fetch(request, env))
}

function inPieces(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes
  return new ReadableStream({
    pull: (controller) => {
      const piece = Math.min(left, 65_536)
      left -= piece
      controller.enqueue(new Uint8Array(piece))
      if (left === 0) controller.close()
    },
  })
}
