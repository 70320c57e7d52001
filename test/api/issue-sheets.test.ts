import { beforeAll, describe, expect, test } from 'vitest'
import type { IssueImport } from '../../schema/api/issue-sheets.ts'
import type { Issue } from '../../schema/api/issues.ts'
import { audit } from '../../schema/tables/county.ts'
import { newId } from '../../worker/data/new-id.ts'
import { shortName } from '../../worker/domain/sheets/village-name.ts'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import { writeXlsx } from '../../worker/files/sheets/write.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { raised, withCatalogue } from '../support/issues.ts'

const header = ['序号', '问题', '地点', '责任单位', '责任人', '整改措施', '时限', '完成情况', '销号时间']
type Line = (string | number | null)[]

let county: TestCounty
let [town, first, second] = ['', '', '']
let ids: { township: string; first: string; second: string; bureau: string }
beforeAll(async () => {
  county = await aCounty()
  await withCatalogue(county)
  const township = county.townships[0]
  const [one, two] = county.villagesOf(township?.id ?? '')
  town = township?.name ?? ''
  ;[first, second] = [shortName(one?.name ?? ''), shortName(two?.name ?? '')]
  const unit = await county.office.post(county.at('/units'), { name: '县住建局', kind: 'department' })
  ids = {
    ...{ township: township?.id ?? '', first: one?.id ?? '', second: two?.id ?? '' },
    bureau: (unit.body as { id: string }).id,
  }
  const holder = { area: ids.first, post: 'village_head', holder: '甲主任', startsOn: '2020-01-01' }
  expect((await county.office.post(county.at('/posts'), holder)).status).toBe(201)
})

async function imports(lines: readonly Line[], query = '', by: Client = county.office, title = '问题台账') {
  const bytes = await writeXlsx([{ name: '台账', title, header, rows: lines }])
  return by.send('POST', county.at(`/issues/imports${query}`), new Uint8Array(bytes), {})
}
const answerOf = async (sent: ReturnType<typeof imports>) => (await sent).body as IssueImport
const ledger = async (query = '') =>
  ((await county.office.get(county.at(`/issues?limit=200${query}`))).body as { items: Issue[] }).items

async function exported(query = '', by: Client = county.office) {
  const answer = await by.get(county.at(`/issues/sheet${query}`))
  const file = await readSheet(answer.bytes)
  const rows = file.ok ? (file.sheets[0]?.rows ?? []) : []
  const from = rows.findIndex((row) => row[0] === '序号')
  return {
    answer,
    header: rows[from],
    lines: rows.slice(from + 1),
    note: rows.slice(0, from).flat().join(' '),
  }
}

describe('a ledger brought in', () => {
  const lines = (): Line[] => [
    [1, '村口垃圾堆未清', `${town}${first}村口`, '住建局', null, '清运', '3日内', '整改中', null],
    [2, '柴草乱堆', `${second}三组`, second, '张某', null, '2020年3月6日', '', null],
    [3, '路边粪堆', first, null, null, '铲除', '立行立改', '已完成', '2020-03-01'],
  ]

  test('is shown first, then taken whole, and the same file again adds nothing', async () => {
    const shown = await answerOf(imports(lines(), '?dryRun=true'))
    expect(shown.rows.flatMap(({ error }) => error ?? [])).toEqual([])
    expect(shown).toMatchObject({ applied: false, added: 3 })
    expect(await ledger()).toEqual([])
    expect(shown.rows).toMatchObject([
      { row: 3, area: ids.first, category: 'pile-waste', lead: ids.bureau, leadName: '县住建局' },
      { row: 4, area: ids.second, lead: ids.second, dueOn: '2020-03-06' },
      { row: 5, area: ids.first, category: 'pile-dung', closedOn: '2020-03-01' },
    ])
    expect(await answerOf(imports(lines()))).toMatchObject({ applied: true, added: 3 })
    const [dung, straw, waste] = await ledger()
    expect(waste).toMatchObject({ no: 1, state: 'assigned', lead: ids.bureau, source: 'inspection' })
    expect(straw).toMatchObject({ no: 2, area: ids.second, settled: false })
    expect(dung).toMatchObject({
      no: 3,
      state: 'closed',
      settled: true,
      closedAt: '2020-03-01T15:59:59.000Z',
    })

    const moved = [lines()[2], lines()[0], lines()[1]].map((line, at) => [at + 7, ...(line ?? []).slice(1)])
    const again = await answerOf(imports(moved))
    expect(again).toMatchObject({ applied: true, added: 0 })
    expect(again.rows.every(({ known }) => known)).toBe(true)
    expect(await ledger()).toHaveLength(3)
    const noted = (await county.db.find(audit)).filter(({ verb }) => verb === 'issue.import')
    expect(noted.map(({ detail }) => detail)).toEqual([{ added: 3 }])
  })

  test('sent twice at once is brought in once', async () => {
    const line: Line[] = [[1, '乱扔乱倒垃圾', `${first}后山`, null, null, null, '', '', null]]
    const both = await Promise.all([imports(line), imports(line)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await ledger('&q=后山')).length).toBe(1)
  })

  test('with a row in doubt is not taken until the row is settled or left out', async () => {
    const before = (await ledger()).length
    const doubtful: Line[] = [
      [1, '路灯不亮', '某个地方', null, null, null, '', '', null],
      [2, '墙上乱贴乱画', second, '环保局', null, null, '尽快', '', null],
      [3, '垃圾堆', second, null, null, null, '', '', '2999-01-01'],
    ]
    const told = await answerOf(imports(doubtful))
    expect(told).toMatchObject({ applied: false, added: 0 })
    expect(told.rows.map(({ error }) => error?.code)).toEqual(['unknown', 'unknown_lead', 'bad_date'])
    expect(await ledger()).toHaveLength(before)
    const once = await answerOf(imports(doubtful, `?pick=3:${ids.first}`))
    const pick = once.rows[0]?.suggestions?.[0]?.subject ?? ''
    expect([once.rows[0]?.error?.code, pick.startsWith(`${ids.first}.`)]).toEqual(['category_missing', true])
    const settled = await answerOf(imports(doubtful, `?pick=3:${pick}&pick=4:&pick=5:`))
    expect(settled).toMatchObject({ applied: true, added: 1 })
    expect((await imports(doubtful, '?pick=x')).status).toBe(422)
  })

  test("a superior's feedback list says so in its title, and a category for all can be given", async () => {
    const told = await answerOf(
      imports(
        [[1, '护栏破损', first, null, null, null, '', '', null]],
        '?category=pile-straw',
        county.office,
        '市级暗访反馈问题清单',
      ),
    )
    expect(told.rows).toMatchObject([{ source: 'superior', category: 'pile-straw' }])
    expect((await ledger('&source=superior')).map(({ text }) => text)).toEqual(['护栏破损'])
  })

  test('is for those who assign: a township brings in its own alone, a village none', async () => {
    const leader = await county.member('township_leader', county.townships[1]?.id)
    const foreign = await answerOf(
      imports([[1, '别处的垃圾堆', first, null, null, null, '', '', null]], '', leader),
    )
    expect(foreign.applied).toBe(false)
    expect(foreign.rows[0]?.error?.code).toBe('forbidden')
    const secretary = await county.member('village_secretary', ids.first)
    expect((await imports([], '', secretary)).status).toBe(403)
  })

  test.for([
    ['村,名次\n甲村,1\n', 422],
    ['', 422],
    ['序号,问题,地点\n', 422],
  ] as const)('%j is no ledger', async ([text, status]) => {
    const bytes = new TextEncoder().encode(text)
    const answer = await county.office.send('POST', county.at('/issues/imports'), bytes, {
      'content-type': 'text/csv',
    })
    expect(answer.status).toBe(status)
  })
})

describe('the ledger as a file', () => {
  test("has the paper ledger's columns, the rows as filtered, and comes back in without adding anything", async () => {
    await raised(county, { text: '=1+1 村口垃圾堆', location: '三组路口', area: ids.first })
    const { answer, header: heads, lines, note } = await exported()
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(heads).toEqual(header)
    expect(note).toContain(`共 ${lines.length} 件`)
    expect(lines.map(([no]) => no)).toEqual(lines.map((_, at) => at + 1))
    expect(lines[0]).toEqual([
      1,
      '村口垃圾堆未清',
      `${town}${first}村口`,
      '县住建局',
      '甲主任',
      '清运',
      expect.any(String),
      '已交办',
    ])
    expect(lines[2]).toMatchObject([
      3,
      '路边粪堆',
      expect.anything(),
      expect.anything(),
      '甲主任',
      '铲除',
      expect.anything(),
      '已销号',
      '2020-03-01',
    ])
    // Text, and shown as it was written: no program takes it for a formula.
    expect(lines.at(-1)?.[1]).toBe('=1+1 村口垃圾堆')
    const back = await county.office.send('POST', county.at('/issues/imports'), answer.bytes, {})
    expect(back.body).toMatchObject({ applied: true, added: 0 })
    expect((await exported('?settled=true')).lines.map(([no]) => no)).toEqual([3])
  })

  test('keeps within reach, and names who answers only to those who may see posts', async () => {
    const secretary = await county.member('village_secretary', ids.first)
    const { lines } = await exported('', secretary)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map(([, , place]) => String(place).includes(first))).not.toContain(false)
    expect(lines.map(([, , , , owner]) => owner)).toEqual(lines.map(() => null))
    expect((await exported(`?q=${newId()}`)).lines).toEqual([])
  })
})
