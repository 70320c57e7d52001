import type { IssueState } from '../../../schema/api/issues.ts'
import type { Post } from '../../../schema/api/ranking.ts'
import { area, issueCategory, unit } from '../../../schema/tables/county.ts'
import { type IssueFilter, selectIssueList } from '../../data/issue-lists.ts'
import { selectHolders } from '../../data/issue-sheets.ts'
import type { IssueRow } from '../../data/issues.ts'
import type { PostRow } from '../../data/posts.ts'
import { can } from '../../domain/access/can.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { shortName } from '../../domain/sheets/village-name.ts'
import { writeXlsx } from '../../files/sheets/write.ts'
import type { Language } from '../../problems/language.ts'
import type { CountyContext } from '../context.ts'
import { narrowed } from '../issues/issues-in-reach.ts'

/** No sheet holds more: a Worker's memory ends somewhere, and nobody prints it. */
export const mostIssues = 5000
const perRead = 1000

// Headings and states are Chinese whatever the language on screen: the same file is read back, and goes round in offices.
const header = [
  '序号',
  '问题',
  '地点',
  '责任单位',
  '责任人',
  '整改措施',
  '时限',
  '完成情况',
  '销号时间',
] as const
const widths = [8, 44, 32, 24, 14, 36, 13, 12, 13]
const states: Record<IssueState, string> = {
  ...{ found: '未交办', assigned: '已交办', rectifying: '整改中', rectified: '待核验', returned: '退回重改' },
  ...{ deferred: '已延期', closed: '已销号', rejected: '不属实', duplicate: '重复' },
}
const words = {
  zh: { name: '问题台账', all: '共 {n} 件', capped: '只含编号最大的 {n} 件，其余请缩小筛选范围分次下载。' },
  en: {
    name: 'Issue ledger',
    all: '{n} issues',
    capped: 'Only the newest {n}: fetch the others by a narrower filter.',
  },
} as const

/**
 * The ledger as an .xlsx file in the paper ledger's columns, as filtered and within the member's reach, by number; at
 * most `mostIssues`, the newest, and its note says so. Who answers for an issue is named where the member may see
 * posts.
 */
export async function ledgerSheet(
  context: Pick<CountyContext, 'db' | 'county' | 'member' | 'now'>,
  filter: IssueFilter,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { county, now } = context
  const issues = await newest(context, filter)
  const shown = issues.slice(0, mostIssues).reverse()
  const names = await namesOf(context)
  const rows = shown.map((row) => [
    row.no,
    row.text,
    placeOf(row, names),
    row.lead === null ? '' : (names.things.get(row.lead) ?? row.lead),
    ownerOf(context, row, names),
    row.measure ?? '',
    row.dueAt === null ? '' : dayOf(new Date(row.dueAt)),
    states[row.state],
    row.closedAt === null ? '' : dayOf(new Date(row.closedAt)),
  ])
  const w = words[language]
  const note = (issues.length > mostIssues ? w.capped : w.all).replace('{n}', String(shown.length))
  const title = `${county.name}${words.zh.name}`
  return {
    name: `${county.name} ${w.name} ${dayOf(now)}`,
    bytes: await writeXlsx([{ name: w.name, title, note, header, widths, rows }]),
  }
}

async function newest(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  filter: IssueFilter,
): Promise<IssueRow[]> {
  const reach = narrowed(filter, member)
  const found: IssueRow[] = []
  while (reach && found.length <= mostIssues) {
    const [page] = await db.together(selectIssueList(db, reach, perRead, found.at(-1)?.no))
    found.push(...page)
    if (page.length < perRead) break
  }
  return found
}

type Names = {
  things: ReadonlyMap<string, string>
  posts: ReadonlyMap<string, Post | null>
  holders: readonly PostRow[]
}

async function namesOf({ db, member, now }: Pick<CountyContext, 'db' | 'member' | 'now'>): Promise<Names> {
  const [areas, units, categories, holders] = await db.together(
    db.select(area, undefined, { pick: ['id', 'name'] }),
    db.select(unit, undefined, { pick: ['id', 'name'] }),
    db.select(issueCategory, undefined, { pick: ['id', 'post'] }),
    selectHolders(db, can(member, 'post.read') ? dayOf(now) : ''),
  )
  return {
    things: new Map([...areas, ...units].map(({ id, name }) => [id, name])),
    posts: new Map(categories.map(({ id, post }) => [id, post])),
    holders,
  }
}

function placeOf({ township, village, area: where, location }: IssueRow, { things }: Names): string {
  const [town, place] = [township, village ?? where].map((id) => (id === null ? '' : (things.get(id) ?? '')))
  const names = [town, place === town ? '' : shortName(place ?? '')].join('')
  // A location often begins with the village's name.
  return location === null
    ? names
    : location.includes(shortName(place ?? ''))
      ? location
      : `${names} ${location}`
}

/** Who holds the post that the category says, in the village or in its township. */
function ownerOf(
  { member }: Pick<CountyContext, 'member'>,
  row: IssueRow,
  { posts, holders }: Names,
): string {
  const post = posts.get(row.category)
  if (!post || !can(member, 'post.read', { township: row.township, village: row.village })) return ''
  const held = holders.filter(
    (one) => one.post === post && (one.area === row.village || one.area === row.township),
  )
  return held.map(({ holder }) => holder).join('、')
}
