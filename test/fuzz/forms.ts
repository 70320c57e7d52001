import { formFields } from '../../worker/domain/complaints/form.ts'
import { oddValue } from './mutations.ts'
import type { Random } from './random.ts'
import type { Ground } from './requests.ts'

type FormBody = { headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> }

/** A form as a browser sends it, with parts, names and boundaries no browser would send. */
export function formBody(random: Random, { ids }: Ground): FormBody {
  const headers = {
    'content-type': typeOf(random),
    ...(random.chance(0.9) && { origin: 'http://localhost' }),
  }
  if (random.chance(0.1))
    return { headers, body: random.of(['', '--x', '--x--', '--x\r\n\r\n', 'code=ABCD&x=%ff']) }
  const names = random.chance(0.05)
    ? Array.from({ length: 3000 }, () => 'text')
    : [...formFields, 'code', 'token', 'website', 'photos', 'photos']
  const parts = names
    .filter(() => random.chance(0.8))
    .map((name) => (name === 'photos' ? filePart(random) : textPart(name, random, ids)))
  const end = random.chance(0.95) ? '--x--\r\n' : ''
  return { headers, body: `${parts.join('')}${end}` }
}

function typeOf(random: Random): string {
  if (random.chance(0.85)) return 'multipart/form-data; boundary=x'
  return random.of([
    ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary="x"'],
    ...[`multipart/form-data; boundary=${'b'.repeat(300)}`, 'multipart/mixed; boundary=x', 'text/plain'],
    ...[
      'application/x-www-form-urlencoded',
      'application/json',
      'multipart/form-data; boundary=x; boundary=y',
    ],
  ])
}

function textPart(name: string, random: Random, ids: readonly string[]): string {
  const value = random.of([
    oddValue(random),
    random.of(ids),
    '村口的垃圾三天没有人清理',
    'complaint',
    'suggestion',
  ])
  return `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(value).toWellFormed()}\r\n`
}

function filePart(random: Random): string {
  const name = random.of([
    'a.jpg',
    '../../etc/passwd',
    'a.jpg\u0000.html',
    '',
    '"; name="token',
    '\u202egpj.exe',
  ])
  const type = random.of(['image/jpeg', 'text/html', 'image/svg+xml', 'nonsense', ''])
  const bytes = random.of(['', '\u00ff\u00d8\u00ff', '<svg onload="alert(1)"/>', 'x'.repeat(20_000)])
  return `--x\r\ncontent-disposition: form-data; name="photos"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${bytes}\r\n`
}
