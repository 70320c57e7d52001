import type { DataValue } from '../../../schema/api/bulletin-content.ts'
import { shortName } from '../sheets/village-name.ts'
import { shortDay } from './words.ts'

/** An issue as a bulletin tells of it: places and units, nobody's name. Instants are ISO. */
export type IssueLine = {
  id: string
  no: number
  text: string
  location: string | null
  township: string | null
  place: string | null
  lead: string | null
  dueAt: string | null
  closedAt: string | null
  relapsedAt: string | null
}

/** What happened in one township or village; `key` is its id, empty for what lies in none. */
export type PlaceCounts = {
  key: string
  found: number
  closed: number
  relapsed: number
  open: number
  overdue: number
}

export type Photographed = IssueLine & { photos: readonly { id: string; role: string }[] }

const nothing = (text: string): DataValue => ({ form: 'nothing', text })

/** 发现问题 35 个，销号 30 个 … */
export function figuresOf(counts: readonly PlaceCounts[]): DataValue {
  const sum = sumOf(counts)
  const figures = [
    { label: '发现问题', value: sum.found, unit: '个' },
    { label: '整改销号', value: sum.closed, unit: '个' },
    { label: '尚未销号', value: sum.open, unit: '个' },
    { label: '其中超期', value: sum.overdue, unit: '个' },
    { label: '反弹', value: sum.relapsed, unit: '个' },
  ]
  return figures.some(({ value }) => value > 0)
    ? { form: 'figures', figures }
    : nothing('没有发现问题，也没有未销号的问题。')
}

/** Whether anything happened, beside what was open before. */
export function anythingHappened(counts: readonly PlaceCounts[]): boolean {
  const { found, closed, relapsed } = sumOf(counts)
  return found + closed + relapsed > 0
}

/** A row a township, or a village within one, in the order of `places`; places without anything are left out. */
export function byPlaceOf(
  counts: readonly PlaceCounts[],
  places: readonly { id: string; name: string }[],
  level: 'township' | 'village',
): DataValue {
  const named = [...places, { id: '', name: level === 'township' ? '县直' : '镇直' }]
  const byKey = new Map(counts.map((one) => [one.key, one]))
  const rows = named.flatMap(({ id, name }) => {
    const one = byKey.get(id)
    if (!one) return []
    const figures = [one.found, one.closed, one.open, one.overdue, one.relapsed]
    return figures.some((n) => n > 0) ? [[shortName(name), ...figures.map(String)]] : []
  })
  if (rows.length === 0) return nothing('各地没有问题。')
  const label = level === 'township' ? '乡镇' : '村（社区）'
  const columns = [text(label), ...['发现', '销号', '未销号', '超期', '反弹'].map(number)]
  return { form: 'table', caption: `各${level === 'township' ? '乡镇' : '村'}问题整改情况`, columns, rows }
}

/** What is overdue, and by how many days as of `now`. */
export function overdueOf(lines: readonly IssueLine[], now: Date): DataValue {
  if (lines.length === 0) return nothing('没有超期未整改的问题。')
  const columns = [
    number('编号'),
    text('地点'),
    text('问题'),
    text('责任单位'),
    text('时限'),
    number('超期天数'),
  ]
  const rows = lines.map((line) => [
    ...[String(line.no), placeOf(line), line.text, line.lead === null ? '' : shortName(line.lead)],
    ...[line.dueAt === null ? '' : shortDay(line.dueAt), String(daysLate(line, now))],
  ])
  return { form: 'table', caption: '超期未整改问题清单', columns, rows }
}

/** What was closed and is there again. */
export function relapsesOf(lines: readonly IssueLine[]): DataValue {
  if (lines.length === 0) return nothing('“回头看”没有发现反弹。')
  const columns = [number('编号'), text('地点'), text('问题'), text('责任单位'), text('再次发现')]
  const rows = lines.map((line) => [
    ...[String(line.no), placeOf(line), line.text, line.lead === null ? '' : shortName(line.lead)],
    line.relapsedAt === null ? '' : shortDay(line.relapsedAt),
  ])
  return { form: 'table', caption: '反弹问题清单', columns, rows }
}

/** Issues that were closed, each with its first photo of before and its last of after. */
export function goodExamplesOf(lines: readonly Photographed[]): DataValue {
  const examples = lines.flatMap((line) => {
    const before = line.photos.find(({ role }) => role !== 'after')
    const after = line.photos.findLast(({ role }) => role === 'after')
    if (!before || !after) return []
    const ended = line.closedAt === null ? '' : `，${shortDay(line.closedAt)}销号`
    return [
      {
        text: `${placeOf(line)}：${sentence(line.text)}${ended}。`,
        photos: [
          { photo: before.id, role: 'before', caption: '整改前' },
          { photo: after.id, role: 'after', caption: '整改后' },
        ],
      },
    ]
  })
  return examples.length > 0 ? { form: 'examples', examples } : nothing('没有前后对比照片齐全的销号问题。')
}

/** Issues overdue or found again, each with up to two photos as it was found. */
export function badExamplesOf(lines: readonly Photographed[], now: Date): DataValue {
  const examples = lines.flatMap((line) => {
    const found = line.photos.filter(({ role }) => role !== 'after').slice(0, 2)
    if (found.length === 0) return []
    const late = daysLate(line, now)
    const why =
      line.relapsedAt !== null
        ? `，整改后${shortDay(line.relapsedAt)}再次发现`
        : line.dueAt !== null && late > 0
          ? `，应于${shortDay(line.dueAt)}前完成，已超期${late}天`
          : ''
    return [
      {
        text: `${placeOf(line)}：${sentence(line.text)}${why}。`,
        photos: found.map(({ id }) => ({ photo: id, role: 'found', caption: '发现时' })),
      },
    ]
  })
  return examples.length > 0 ? { form: 'examples', examples } : nothing('没有附照片的超期或者反弹问题。')
}

/** 芦阳镇石门村 村口；what is said of the place is not said twice. */
function placeOf({ township, place, location }: IssueLine): string {
  const village = place === null || place === township ? '' : shortName(place)
  const names = `${township === null ? '' : shortName(township)}${village}`
  if (location === null) return names
  return village !== '' && location.includes(village) ? location : `${names}${location}`
}

/** Text that a sentence goes on from. */
function sentence(written: string): string {
  return written.replace(/[。.；;，,\s]+$/u, '')
}

/** Whole days since it was due, at least one once it is late. */
function daysLate({ dueAt }: IssueLine, now: Date): number {
  const past = dueAt === null ? 0 : now.getTime() - Date.parse(dueAt)
  return past <= 0 ? 0 : Math.ceil(past / 86_400_000)
}

function sumOf(counts: readonly PlaceCounts[]): Omit<PlaceCounts, 'key'> {
  const sum = { found: 0, closed: 0, relapsed: 0, open: 0, overdue: 0 }
  for (const one of counts)
    for (const name of ['found', 'closed', 'relapsed', 'open', 'overdue'] as const) sum[name] += one[name]
  return sum
}

function text(label: string) {
  return { label, numeric: false }
}

function number(label: string) {
  return { label, numeric: true }
}
