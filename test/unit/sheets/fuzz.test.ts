import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../worker/domain/sheets/cell.ts'
import { readDelimited } from '../../../worker/domain/sheets/delimited.ts'
import { pastedRows } from '../../../worker/domain/sheets/pasted-rows.ts'
import { readHistory } from '../../../worker/domain/sheets/read-history.ts'
import { readPosts } from '../../../worker/domain/sheets/read-posts.ts'
import { readReport } from '../../../worker/domain/sheets/read-report.ts'
import { resolveName } from '../../../worker/domain/sheets/resolve-name.ts'
import { indexRoster } from '../../../worker/domain/sheets/roster.ts'
import { readSheet } from '../../../worker/files/sheet-bytes.ts'
import { type SheetToWrite, writeXlsx } from '../../../worker/files/sheets/write.ts'
import { boai, sheetFile } from './rosters.ts'

const index = indexRoster(boai)
const words = [
  '王保村',
  '三街',
  '磨头镇',
  '村',
  '名次',
  '得分',
  '合计',
  '填报人：',
  '第5名',
  '４',
  '98%',
  '#REF!',
  '__proto__',
]
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
  fc.integer({ min: -2, max: 200 }),
  fc.boolean(),
  fc.constant(null),
)
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 })
/** Any text a cell of a workbook can hold. */
const cellText = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((text) => text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ''))

describe('whatever comes', () => {
  it('reading random bytes ends in a result', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'PK\x03\x04', '\uFEFF'),
        async (bytes, head) => {
          const start = Uint8Array.from([...head].map((letter) => letter.charCodeAt(0)))
          const read = await readSheet(new Uint8Array([...start, ...bytes]))
          expect(typeof read.ok).toBe('boolean')
        },
      ),
      { numRuns: 400 },
    )
  })

  it.each(['township-luyang-messy.xlsx', 'township-xiquan-gb18030.csv'])(
    'a mutated %s ends in a result',
    async (file) => {
      const original = sheetFile(file)
      const place = fc.nat({ max: original.length - 1 })
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
          place,
          async (changes, end) => {
            const bytes = original.slice(0, changes.length % 2 ? undefined : end)
            for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
            const read = await readSheet(bytes)
            expect(typeof read.ok).toBe('boolean')
          },
        ),
        { numRuns: 300 },
      )
    },
  )

  it('a name resolves or is refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...words)),
        cell,
        (name, township) => {
          const found = resolveName(name, { township: String(township) }, index)
          if ('subject' in found) expect(boai).toContain(found.subject)
          else expect(found.suggestions.length).toBeLessThanOrEqual(5)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('a report is complete only with every row settled, each subject once, every value sound', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('rank', 'score', 'count'), (table, kind) => {
        const header: Cell[] = ['乡镇', '村', '名次', '得分', '问题数']
        const report = readReport({
          rows: [header, ...table],
          source: { kind, scope: 'county' },
          roster: boai,
        })
        const subjects = report.entries.map(({ subject }) => subject)
        expect(new Set(subjects).size).toBe(subjects.length)
        expect(report.entries.every(({ value }) => Number.isFinite(value))).toBe(true)
        if (report.complete) expect(report.rows.some(({ error }) => error)).toBe(false)
        readReport({ rows: table, source: { kind, scope: 'county' }, roster: boai })
        readHistory([header, ...table], boai)
        readPosts([['职务', '姓名', '乡镇', '村'], ...table], [])
      }),
      { numRuns: 300 },
    )
  })

  it('text written delimited is read back', () => {
    const field = fc.string({
      minLength: 1,
      maxLength: 8,
      unit: fc.constantFrom('石', ',', '"', '\n', '\r', ' ', 'x'),
    })
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const text = table
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          expect(readDelimited(text, ',')).toEqual(table)
          expect(Array.isArray(pastedRows(text))).toBe(true)
        },
      ),
    )
  })

  it('a workbook written is read back', async () => {
    const value = fc.oneof(
      cellText,
      fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e9, max: 1e9 }),
      fc.constant(null),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 6 }), async (table) => {
        const sheet: SheetToWrite = { name: 's', header: ['a'], rows: table }
        const read = await readSheet(await writeXlsx([sheet]))
        const expected = [['a'], ...table].map((row) => trimmed(row.map(asRead)))
        while (expected.at(-1)?.length === 0) expected.pop()
        expect(read.ok && read.sheets[0]?.rows).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })
})

function asRead(cell: Cell): Cell {
  if (typeof cell === 'number') return Number(cell.toPrecision(15))
  return cell === '' ? null : cell
}

function trimmed(row: Cell[]): Cell[] {
  const cells = [...row]
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  return cells
}
