/** Rows of a county's tables as SQLite stores them, by the table's name. */
export type Rows = Map<string, Record<string, unknown>[]>

/** The tables of a county's database that grow with the years, parents before children. */
export const growing = [
  ...['round', 'report', 'revision', 'revision_input', 'history', 'objection', 'consequence'],
  ...['issue', 'issue_event', 'issue_assisting', 'issue_closure', 'assignment', 'assignment_event'],
  ...['draw', 'visit', 'inspection', 'patrol', 'photo', 'photo_use', 'photo_flag', 'place_flag'],
  ...['bulletin', 'column_article', 'column_photo', 'complaint', 'complaint_answer'],
  ...['meeting', 'decision', 'activity', 'notice', 'delivery', 'audit'],
]

/** Serial numbers, and instants kept as numbers. */
const serial: Record<string, string> = { issue: 'no', issue_assisting: 'no', round: 'no', history: 'no' }
const instants = new Set(['nextAt', 'revisitAt', 'sweepAt', 'lookAt'])
/** What the database computes itself. */
const computed: Record<string, string> = { consequence: 'stage' }
const week = 7 * 86_400_000

/** A table's column names and, for each number of weeks, its rows so many weeks earlier. */
export type Earlier = { table: string; columns: string[]; before: (weeks: number) => unknown[][] }

/**
 * Copies of one real week's rows, each so many weeks earlier: the ids made in that week, its instants and days move
 * back, serial numbers go down, everything else stays word for word what the product wrote. What is still open is left
 * out, so that a longer past has as much open as a shorter one.
 */
export function earlierWeeks(rows: Rows): Earlier[] {
  const settled = new Map(
    [...rows].map(([table, all]) => [table, all.filter((row) => isSettled(table, row))]),
  )
  const own = new Set<unknown>()
  for (const all of settled.values()) for (const { id } of all) own.add(id)
  const spans: Record<string, number> = {}
  for (const [table, column] of Object.entries(serial)) {
    const numbers = (rows.get(table === 'issue_assisting' ? 'issue' : table) ?? []).map((row) =>
      Number(row[column]),
    )
    spans[table] = numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers) + 1
  }
  return growing.flatMap((table): Earlier[] => {
    const all = settled.get(table) ?? []
    if (all.length === 0) return []
    const columns = Object.keys(all[0] ?? {}).filter((name) => name !== computed[table])
    const made = all.map((row) =>
      columns.map((name): ((weeks: number) => unknown) => {
        const value = row[name]
        if (typeof value === 'string') return movable(value, own)
        if (typeof value !== 'number') return () => value
        if (serial[table] === name) return (weeks) => value - weeks * (spans[table] ?? 0)
        return instants.has(name) ? (weeks) => value - weeks * week : () => value
      }),
    )
    return [{ table, columns, before: (weeks) => made.map((row) => row.map((value) => value(weeks))) }]
  })
}

function isSettled(table: string, { state, settled }: Record<string, unknown>): boolean {
  if (table === 'issue') return settled === 1
  if (table === 'visit') return state !== 'planned'
  return !(table === 'assignment' && state === 'open')
}

const movables =
  /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z|\b\d{4}-\d\d-\d\d\b/g

/** A text with all that names the week in it moved back: found once, since there are hundreds of copies. */
function movable(text: string, own: ReadonlySet<unknown>): (weeks: number) => string {
  const parts: (string | ((weeks: number) => string))[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(movables)) {
    const uuid = found[8] === '-' && found.length === 36
    if (uuid && !own.has(found)) continue
    parts.push(
      text.slice(from, index),
      uuid ? earlierId(found) : found.length === 64 ? otherHash(found) : earlier(found),
    )
    from = index + found.length
  }
  if (parts.length === 0) return () => text
  parts.push(text.slice(from))
  return (weeks) => parts.map((part) => (typeof part === 'string' ? part : part(weeks))).join('')
}

/** A UUIDv7 begins with its time. */
function earlierId(id: string) {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  const rest = id.slice(13)
  return (weeks: number) => {
    const hex = (time - weeks * week).toString(16).padStart(12, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8)}${rest}`
  }
}

function otherHash(hash: string) {
  return (weeks: number) => weeks.toString(16).padStart(4, '0') + hash.slice(4)
}

/** An instant with or without milliseconds, or a day. */
function earlier(instant: string) {
  const time = Date.parse(instant)
  return (weeks: number) => {
    const moved = new Date(time - weeks * week).toISOString()
    return instant.length === 24 ? moved : moved.slice(0, instant.length).replace(/\.$/, 'Z')
  }
}
