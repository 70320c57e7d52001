import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkArchive } from '../../../worker/actions/archive/check-archive.ts'
import { archiveTables } from '../../../worker/data/archive-tables.ts'
import type { Manifest, Part } from '../../../worker/files/archive/manifest.ts'
import { openZip, readEntry, type Source } from '../../../worker/files/archive/zip-reader.ts'
import { ZipWriter } from '../../../worker/files/archive/zip-writer.ts'

const text = (words: string) => new TextEncoder().encode(words)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
async function* once(bytes: Uint8Array) {
  yield bytes
}

/** A zip of these files; text is deflated, bytes are stored. */
async function zipOf(files: readonly (readonly [name: string, content: string | Uint8Array])[]) {
  const pieces: Uint8Array[] = []
  const zip = new ZipWriter(async (bytes) => {
    pieces.push(bytes)
  })
  for (const [name, content] of files)
    await zip.add(
      name,
      once(typeof content === 'string' ? text(content) : content),
      typeof content === 'string',
    )
  const size = await zip.end()
  const bytes = Buffer.concat(pieces)
  expect(bytes.length).toBe(size)
  return bytes
}

function sourceOf(bytes: Uint8Array): Source & { asked: number } {
  const source = {
    size: bytes.length,
    asked: 0,
    read: async (at: number, length: number) => {
      source.asked = Math.max(source.asked, length)
      return new Uint8Array(bytes.subarray(at, at + length))
    },
  }
  return source
}

async function bytesOf(source: Source, name: string): Promise<Uint8Array> {
  const entry = (await openZip(source)).get(name)
  if (!entry) throw new Error(`no ${name}`)
  const pieces: Uint8Array[] = []
  for await (const piece of readEntry(source, entry)) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('the zip file', () => {
  const picture = new Uint8Array(300_000).map((_, i) => (i * 2654435761) >>> 24)
  const words = '景泰县\n'.repeat(50_000)

  test('gives back what was put in, to others too, and is read in small pieces', async () => {
    const zip = await zipOf([
      ['rows/area.ndjson', words],
      ['files/photos/一.jpg', picture],
      ['empty', ''],
    ])
    const source = sourceOf(zip)
    expect(new TextDecoder().decode(await bytesOf(source, 'rows/area.ndjson'))).toBe(words)
    expect(sha256(await bytesOf(source, 'files/photos/一.jpg'))).toBe(sha256(picture))
    expect(await bytesOf(source, 'empty')).toHaveLength(0)
    expect(source.asked).toBeLessThanOrEqual(65_536)
    const others = unzipSync(zip)
    expect(new TextDecoder().decode(others['rows/area.ndjson'])).toBe(words)
    expect(sha256(others['files/photos/一.jpg'] ?? new Uint8Array())).toBe(sha256(picture))
  })

  test('refuses more bytes than it declares, before it has read them all', async () => {
    const zip = await zipOf([['bomb', '0'.repeat(20_000_000)]])
    const at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    // The size in the directory's 64-bit field: a bomb says that it is small.
    zip.writeBigUInt64LE(1000n, at + 46 + 'bomb'.length + 4)
    const entry = (await openZip(sourceOf(zip))).get('bomb')
    let read = 0
    const reading = async () => {
      if (entry) for await (const piece of readEntry(sourceOf(zip), entry)) read += piece.length
    }
    await expect(reading()).rejects.toThrow(/bigger than the archive declares/)
    expect(read).toBeLessThanOrEqual(1000)
  })

  test('refuses a name twice, another sum, and an end cut off', async () => {
    await expect(
      openZip(
        sourceOf(
          await zipOf([
            ['a', 'x'],
            ['a', 'y'],
          ]),
        ),
      ),
    ).rejects.toThrow(/twice/)
    const stored = await zipOf([['a', text('hello')]])
    stored[stored.indexOf('hello')] = 0
    await expect(bytesOf(sourceOf(stored), 'a')).rejects.toThrow(/damaged/)
    for (const length of [0, 50, stored.length - 1])
      await expect(openZip(sourceOf(stored.subarray(0, length)))).rejects.toThrow(/cut off/)
  })
})

describe('an archive somebody made up', () => {
  const county = { id: '01990000-0000-7000-8000-000000000000', code: '620423', name: '景泰县' }
  const part = (name: string, content: string): Part => ({
    ...{
      name,
      rows: content.split('\n').length - 1,
      bytes: text(content).length,
      sha256: sha256(text(content)),
    },
  })
  const manifest = (more: object): Manifest & object => ({
    ...{ format: 1, schema: '0001_x', program: 'test', exportedAt: '2026-01-01T00:00:00.000Z', county },
    ...{ withAccounts: false, changedMeanwhile: false, control: [], tables: [], files: [] },
    ...{ totals: { rows: 0, files: 0, fileBytes: 0 } },
    ...more,
  })
  const check = async (more: object, files: readonly (readonly [string, string | Uint8Array])[] = []) =>
    checkArchive(sourceOf(await zipOf([...files, ['manifest.json', JSON.stringify(manifest(more))]])))
  const fileLine = (key: string) =>
    `${JSON.stringify({ key, size: 1, type: null, custom: {}, sha256: sha256(text('x')) })}\n`

  test('is read where it is sound', async () => {
    const index = fileLine('photos/a.jpg')
    const sound = { files: [part('files-000001.ndjson', index)] }
    const files = [['files/photos/a.jpg', text('x')] as const, ['files-000001.ndjson', index] as const]
    expect((await check(sound, files)).manifest.county).toEqual(county)
  })

  test.each(['../../etc/passwd', '/etc/passwd', 'photos/../../x', 'a\\..\\b', 'photos//x', '.hidden', ''])(
    'cannot put a file outside its county: %s',
    async (key) => {
      const index = fileLine(key)
      const files = [[`files/${key}`, text('x')] as const, ['files-000001.ndjson', index] as const]
      await expect(check({ files: [part('files-000001.ndjson', index)] }, files)).rejects.toThrow(
        /cannot be a county’s/,
      )
    },
  )

  test('may hold nothing beside what it names, and no part without rows it promised', async () => {
    await expect(check({}, [['more.txt', 'x']])).rejects.toThrow(/does not name/)
    await expect(check({ control: [part('control/county.ndjson', '')] })).rejects.toThrow(/is missing/)
    const rows = '{"id":"1"}\n'
    const promised = { ...part('rows/unit.ndjson', rows), table: 'unit', columns: ['id'], rows: 2 }
    await expect(check({ tables: [promised] }, [['rows/unit.ndjson', rows]])).rejects.toThrow(
      /not as many rows/,
    )
    const other = {
      ...part('rows/unit.ndjson', rows),
      table: 'unit',
      columns: ['id'],
      sha256: sha256(text('?')),
    }
    await expect(check({ tables: [other] }, [['rows/unit.ndjson', rows]])).rejects.toThrow(/another checksum/)
  })

  test('of a newer program is refused: its form, its tables, its columns; so is what opens the audit', async () => {
    await expect(check({ format: 2, news: true })).rejects.toThrow(/Update the program/)
    for (const [table, column] of [
      ['future', 'id'],
      ['unit', 'future'],
      ['erasure', 'since'],
      ['account', 'password'],
    ]) {
      const name = `rows/${table}.ndjson`
      const odd = { tables: [{ ...part(name, ''), table, columns: [column] }] }
      await expect(check(odd, [[name, '']])).rejects.toThrow(/does not know/)
    }
  })
})

test('tables stand after all that they point at, and the audit’s rows before its seals', () => {
  const names = archiveTables.map(({ name }) => name)
  for (const { name, needs } of archiveTables)
    for (const need of needs)
      expect(names.indexOf(need), `${need} before ${name}`).toBeLessThan(names.indexOf(name))
  expect(names.indexOf('audit')).toBeLessThan(names.indexOf('audit_seal'))
  expect(names).not.toContain('erasure')
  expect(archiveTables.find(({ name }) => name === 'area')?.own).toEqual(['parent'])
  expect(archiveTables.find(({ name }) => name === 'consequence')?.columns).not.toContain('stage')
})
