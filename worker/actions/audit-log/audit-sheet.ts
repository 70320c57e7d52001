import type { Area } from '../../../schema/api/areas.ts'
import { area, unit } from '../../../schema/tables/county.ts'
import { namesOfActors } from '../../data/actor-names.ts'
import { type AuditFilter, type AuditRow, listAudit } from '../../data/audit.ts'
import { verbWords } from '../../domain/audit/verbs.ts'
import { writeCsv, writeXlsx } from '../../files/sheets/write.ts'
import type { Language } from '../../problems/language.ts'
import type { CountyContext } from '../context.ts'

/** No sheet holds more, and neither does a Worker's memory: the rest is fetched by narrower days. */
export const mostRows = 10_000

const words = {
  zh: {
    ...{ at: '时间', actor: '操作人', verb: '操作', target: '对象', detail: '内容', name: '操作记录' },
    capped: '只含最近的 {n} 条，更早的请缩小日期范围分次下载。',
    all: '共 {n} 条',
    system: '系统',
    public: '群众',
  },
  en: {
    ...{ at: 'Time', actor: 'Who', verb: 'Did', target: 'What', detail: 'Details', name: 'Audit' },
    capped: 'Only the newest {n}: fetch earlier ones by a narrower span of days.',
    all: '{n} rows',
    system: 'System',
    public: 'The public',
  },
} as const

/**
 * The audit as a spreadsheet, at most `mostRows`, the newest first. Where there are more the file says so in its note
 * (xlsx) or its last row (csv). Reads a thousand rows at a time.
 */
export async function auditSheet(
  context: Pick<CountyContext, 'db' | 'control' | 'county'>,
  filter: AuditFilter,
  format: 'xlsx' | 'csv',
  language: Language,
): Promise<{ name: string; bytes: Uint8Array; type?: string }> {
  const { db, control, county } = context
  const rows = await newest(context, filter)
  const capped = rows.length > mostRows
  const shown = rows.slice(0, mostRows)
  const people = await namesOfActors(control, county.id, language)
  const [areas, units] = await db.together(
    db.select(area, undefined, { pick: ['id', 'name'] }),
    db.select(unit, undefined, { pick: ['id', 'name'] }),
  )
  const things = new Map([...areas, ...units].map(({ id, name }: Pick<Area, 'id' | 'name'>) => [id, name]))
  const w = words[language]
  const said = (capped ? w.capped : w.all).replace('{n}', String(shown.length))
  const lines = shown.map(({ at, actor, verb, target, detail }) => [
    shanghaiTime(at),
    actor === 'system' ? w.system : actor === 'public' ? w.public : (people.get(actor) ?? actor),
    verbWords(verb, language),
    things.get(target) ?? people.get(target) ?? target,
    Object.entries(detail)
      .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join('; '),
  ])
  const header = [w.at, w.actor, w.verb, w.target, w.detail]
  const name = `${county.name} ${w.name}`
  if (format === 'csv') {
    const noted = capped ? [...lines, [said]] : lines
    return { name, bytes: writeCsv({ header, rows: noted }), type: 'text/csv; charset=utf-8' }
  }
  const sheet = { name: w.name, title: name, note: said, header, rows: lines, widths: [18, 16, 18, 30, 60] }
  return { name, bytes: await writeXlsx([sheet]) }
}

async function newest({ db }: Pick<CountyContext, 'db'>, filter: AuditFilter): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  for (let last: AuditRow | undefined; rows.length <= mostRows; last = rows.at(-1)) {
    const page = await listAudit(db, filter, 1000, last?.id)
    rows.push(...page)
    if (page.length < 1000) break
  }
  return rows
}

/** 2026-03-06 18:00:05 on the county's wall clock, UTC+8. */
function shanghaiTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
