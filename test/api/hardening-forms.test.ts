import { beforeAll, expect, test } from 'vitest'
import type { Answer, Client } from '../support/client.ts'
import { aLetter, aReader, aToken, codeOn, formAt, opensForm, sends } from '../support/complaints.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let reader: Client
beforeAll(async () => {
  county = await aCounty('620423')
  await opensForm(county)
  reader = await aReader(county)
})

/** Sends bytes as the form, whatever they are. */
function sendsRaw(body: string | Uint8Array, type: string, below = ''): Promise<Answer> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  return reader.send('POST', formAt(county, below), bytes, { 'content-type': type })
}

const multipart = 'multipart/form-data; boundary=x'
const part = (name: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

async function letter(more: Record<string, string> = {}): Promise<string> {
  const fields = { token: await aToken(county, reader), ...aLetter, ...more }
  return Object.entries(fields)
    .map(([name, value]) => part(name, value))
    .join('')
}

test('a form of far more parts than any of ours has is not taken apart', async () => {
  const most = await sendsRaw(`${await letter()}${part('more', '').repeat(196)}--x--\r\n`, multipart)
  expect(most.status).toBe(200)
  const beyond = await sendsRaw(`${await letter()}${part('more', '').repeat(197)}--x--\r\n`, multipart)
  expect(beyond.status).toBe(400)
  // A few hundred thousand fit the bytes that photos need, and would take seconds.
  const flood = part('a', '').repeat(400_000)
  expect((await sendsRaw(`${flood}--x--\r\n`, multipart)).status).toBe(400)
})

test('without files it is small, however it is written', async () => {
  const plain = 'application/x-www-form-urlencoded'
  const token = await aToken(county, reader)
  const fields = new URLSearchParams({ token, ...aLetter }).toString()
  expect((await sendsRaw(`${fields}&a=`.padEnd(100_000, 'b'), plain)).status).toBe(200)
  expect((await sendsRaw(`${fields}&a=`.padEnd(100_001, 'b'), plain)).status).toBe(400)
  expect((await sendsRaw('code='.padEnd(10_001, 'a'), plain, '/follow')).status).toBe(413)
})

test.for([
  ['no boundary', 'multipart/form-data'],
  ['an empty boundary', 'multipart/form-data; boundary='],
  ['another boundary than the one inside', 'multipart/form-data; boundary=y'],
  ['a boundary longer than any', `multipart/form-data; boundary=${'x'.repeat(5000)}`],
  ['another kind of parts', 'multipart/mixed; boundary=x'],
  ['plain text', 'text/plain'],
  ['JSON', 'application/json'],
] as const)('%s is no form, and says so without an error', async ([, type]) => {
  const answer = await sendsRaw(`${await letter()}--x--\r\n`, type)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
})

test.for([
  ['cut short', (form: string): string => form.slice(0, -20)],
  ['without its end', (form: string) => form.replace('--x--\r\n', '')],
  ['of heads without an end', (form: string) => form.replaceAll('\r\n\r\n', '\r\n')],
  ['with nothing in it', (_: string): string => ''],
] as const)('a form %s is a refusal in words', async ([, spoil]) => {
  const answer = await sendsRaw(spoil(`${await letter()}--x--\r\n`), multipart)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
})

test('NUL and half characters in any field never reach the database', async () => {
  for (const field of [
    'kind',
    'category',
    'area',
    'location',
    'lat',
    'text',
    'contact',
    'token',
    'website',
  ]) {
    const answer = await sendsRaw(
      `${await letter({ [field]: '村口\u0000的垃圾没有人清理' })}--x--\r\n`,
      multipart,
    )
    expect(answer.status, field).toBeLessThan(500)
  }
  expect((await sendsRaw(`${part('code', 'AB\u0000CD')}--x--\r\n`, multipart, '/follow')).status).toBe(404)
})

test('what a file is called and said to be is not believed, shown or kept', async () => {
  const names = ['../../etc/passwd', 'photo.jpg\u202egpj.exe', '<script>.jpg', `${'长'.repeat(3000)}.jpg`]
  for (const [at, name] of names.entries()) {
    const sent = await sends(county, reader, { ...aLetter, text: `第${at}处的垃圾没有人清理` }, [
      [name, aJpeg(16, 16, { comment: String(at) })],
    ])
    expect([200, 429]).toContain(sent.status)
    expect(sent.text).not.toContain('passwd')
    expect(sent.text).not.toContain('<script')
    if (sent.status === 200) expect(codeOn(sent)).toMatch(/\S/)
  }
})
