import { examples } from '../tenancy/examples.ts'
import type { Fixture } from '../tenancy/fixture.ts'
import { formBody } from './forms.ts'
import { damagedText, mutated, oddValue } from './mutations.ts'
import type { Operation } from './operations.ts'
import type { Random } from './random.ts'
import { valueFor } from './values.ts'

export type Ground = { own: Fixture; ids: readonly string[]; cursors: string[] }

export type Asked = {
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
}

const csv = '乡镇,村,名次\n甲镇,甲村,1\n'

/** A call of an operation: as it should be, or with up to three things wrong. */
export function requestFor(operation: Operation, random: Random, ground: Ground): Asked {
  const example = examples[`${operation.method} ${operation.path}`] ?? {}
  const known = random.chance(0.6)
  const wrongs = random.of([0, 1, 1, 1, 2, 3])
  const spoils = new Set(
    Array.from({ length: wrongs }, () => random.of(['path', 'query', 'headers', 'body', 'body'])),
  )
  const path = pathOf(operation, random, ground, {
    given: known || !spoils.has('path') ? example.params?.(ground.own) : undefined,
    spoilt: spoils.has('path'),
  })
  const query = queryOf(operation, random, ground, spoils.has('query'), known ? example.query : undefined)
  const headers = spoils.has('headers') ? oddHeaders(random) : {}
  const asked = { method: operation.method, path: `${path}${query}`, headers }
  if (operation.types.length === 0)
    return spoils.has('body') && random.chance(0.2) ? withBody(asked, '{}') : asked
  if (operation.types[0] === 'multipart/form-data') return { ...asked, ...formBody(random, ground) }
  if (!operation.body) return bytesBody(asked, operation, random, spoils.has('body'))
  const body = known && example.body ? example.body(ground.own) : valueFor(operation.body, random, ground.ids)
  return jsonBody(asked, body, random, ground, spoils.has('body'))
}

function pathOf(
  operation: Operation,
  random: Random,
  { own, ids }: Ground,
  { given, spoilt }: { given: Record<string, string> | undefined; spoilt: boolean },
): string {
  return operation.path
    .replace('*', () => random.of(['', 'a', 'a/b', '..%2f', '%00', '%E4%B9%A1']))
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'county' && !(spoilt && random.chance(0.2))) return own.county.id
      if (!spoilt && given?.[name] !== undefined) return given[name]
      const schema = operation.parameters.find((one) => one.in === 'path' && one.name === name)?.schema
      const value = random.chance(0.3)
        ? oddValue(random)
        : schema
          ? valueFor(schema, random, ids)
          : random.of(ids)
      return encode(value).slice(0, 300) || '-'
    })
}

function queryOf(
  operation: Operation,
  random: Random,
  { ids, cursors }: Ground,
  spoilt: boolean,
  given: string | undefined,
): string {
  const said = new URLSearchParams(given ?? '')
  const parts = [...said].map(([name, value]) => `${name}=${encode(value)}`)
  for (const { name, schema = {}, required } of operation.parameters.filter((one) => one.in === 'query')) {
    if (said.has(name) || !(required || random.chance(0.35))) continue
    const value = name === 'cursor' && cursors.length > 0 ? random.of(cursors) : valueFor(schema, random, ids)
    parts.push(`${name}=${encode(spoilt && random.chance(0.5) ? oddValue(random) : value)}`)
  }
  if (spoilt && random.chance(0.3))
    parts.push(
      random.of([
        'x=1',
        'cursor=%00',
        'limit=0',
        'limit=501',
        'limit=NaN',
        '%',
        'q=%E4%B9',
        'q=%ff',
        '=',
        'cursor=e30',
        'cursor=W10',
        'cursor=bnVsbA',
        'cursor=a,b,c',
      ]),
    )
  if (spoilt && parts.length > 0 && random.chance(0.1)) parts.push(random.of(parts))
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** Latin letters alone, as headers have it. */
const oddHeader: Record<string, readonly string[]> = {
  'if-none-match': ['*', '"', 'W/"x"', '"a", "b"', ''],
  'if-match': ['*', '"x"', 'nonsense'],
  'if-modified-since': ['yesterday', 'Sun, 22 Nov 2026 00:00:00 GMT'],
  range: ['bytes=0-1', 'bytes=-1', 'bytes=9-1', 'pages=1'],
  'idempotency-key': ['a', 'b', 'c', 'k'.repeat(201), ' '],
  'x-member': ['someone-else', ''],
  'x-device-time': ['soon', '-1', '9'.repeat(30), '9e99', '2026-11-22T00:00:00Z', '0'],
  'x-handed-over': ['true', '1'],
  'x-bookmark': [
    'CONTROL:nonsense',
    '0:00000000-00000000-00000000-0',
    'CONTROL:a|0:b|1:c',
    '|||',
    ':'.repeat(500),
  ],
  'content-type': [
    'text/plain',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'application/xml',
    '/',
    '',
  ],
  'content-encoding': ['gzip', 'nonsense'],
  'accept-language': ['fr', 'en-GB;q=0.1, zh', '*', 'x'.repeat(5000)],
  accept: ['image/png', '*/*;q=0', ''],
  cookie: [
    'lang=en',
    '__Host-access=a.b.c',
    '__Host-refresh=x.y',
    'xb-seen=CONTROL:junk; lang=xx',
    '%%%=;;;=',
    '__Host-access=; __Host-refresh=',
  ],
  authorization: ['Bearer', 'Bearer xb_', 'Basic YTpi'],
  origin: ['null', 'https://elsewhere.gov.cn', ''],
  'x-forwarded-for': ['1.2.3.4, 5.6.7.8'],
  'x-forwarded-host': ['elsewhere.gov.cn'],
  'cf-connecting-ip': ['::1', 'x'.repeat(2000)],
}

function oddHeaders(random: Random): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: random.whole(1, 3) }, () => {
      const name = random.of(Object.keys(oddHeader))
      return [name, random.of(oddHeader[name] ?? [''])]
    }),
  )
}

function bytesBody(asked: Asked, operation: Operation, random: Random, spoilt: boolean): Asked {
  const type = random.of([...operation.types, 'text/csv'])
  if (!spoilt) return withBody(asked, csv, type)
  const bytes = random.of<string | Uint8Array<ArrayBuffer>>([
    ...['', 'PK\u0003\u0004', '\uFEFF', '村,名次\n"甲', `村${',1'.repeat(300)}\n`, '甲村,1\n'.repeat(30_000)],
    ...[
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      new Uint8Array(Array.from({ length: 300 }, () => random.whole(0, 255))),
    ],
    ...['村,名次\n=1+1,@x\n', '%PDF-1.7', '<html>', '\u0000'],
  ])
  return withBody(asked, bytes, type)
}

function jsonBody(asked: Asked, body: unknown, random: Random, { ids }: Ground, spoilt: boolean): Asked {
  if (!spoilt) return withBody(asked, JSON.stringify(body))
  if (random.chance(0.2)) return withBody(asked, damagedText(JSON.stringify(body), random))
  let value = body
  for (let times = random.whole(1, 3); times > 0; times -= 1) value = mutated(value, random, ids)
  return withBody(asked, JSON.stringify(value) ?? '')
}

function withBody(asked: Asked, body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Asked {
  return { ...asked, body, headers: { 'content-type': type, ...asked.headers } }
}

/** As it goes into an address; what cannot be written there at all stands as it would be sent by a careless client. */
function encode(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return encodeURIComponent(text.toWellFormed()).slice(0, 6000)
}
