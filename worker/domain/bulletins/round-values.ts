import type { RosterEntry, Shows } from '../../../schema/api/boards.ts'
import type { DataValue } from '../../../schema/api/bulletin-content.ts'
import type { ConsequenceState } from '../../../schema/api/consequences.ts'
import type { Band, ConsequenceKind, Policy, Standing, Standings } from '../../../schema/api/ranking.ts'
import { shortName } from '../sheets/village-name.ts'

/** A published round's standings with the names of its roster. */
export type Told = { board: string; no: number; roster: readonly RosterEntry[]; result: Standings }
/** How much is told: one township's alone, or as little of the standings as the public is shown. */
export type Telling = { township?: string | undefined; shows: Shows }

const colours: Record<Band, string> = { green: '绿', yellow: '黄', red: '红' }
const none: DataValue = { form: 'nothing', text: '本期没有已经公布的排名。' }

/** How many of each colour: a row a township, or within one a sentence. */
export function bandsOf(told: Told | undefined, { township }: Telling): DataValue {
  if (!told) return none
  const rows = townshipsOn(told).flatMap(({ id, name }) => {
    const own = standingsOf(told, { township: id })
    const n = (band: Band) => own.filter((one) => one.standing.band === band).length
    return own.length === 0
      ? []
      : [{ id, name, all: own.length, green: n('green'), yellow: n('yellow'), red: n('red') }]
  })
  if (township !== undefined) {
    const own = rows.find(({ id }) => id === township)
    if (!own) return none
    const figures = [
      { label: '参加排名', value: own.all, unit: '个' },
      ...(['green', 'yellow', 'red'] as const).map((band) => ({
        label: `${colours[band]}色`,
        value: own[band],
        unit: '个',
      })),
    ]
    return { form: 'figures', figures }
  }
  if (rows.length === 0) return none
  const columns = [label('乡镇'), ...['参加排名', '绿色', '黄色', '红色'].map(numeric)]
  return {
    form: 'table',
    caption: `${titleOf(told)}各乡镇色带情况`,
    columns,
    rows: rows.map((one) => [shortName(one.name), ...[one.all, one.green, one.yellow, one.red].map(String)]),
  }
}

/** Who stands where: all, or one colour. Where only colours are shown, in the order of the townships. */
export function standingsTable(
  told: Told | undefined,
  telling: Telling,
  band: Band | null,
  limit: number,
): DataValue {
  if (!told) return none
  const { shows, township } = telling
  const own = standingsOf(told, telling).filter(({ standing }) => band === null || standing.band === band)
  if (own.length === 0)
    return { form: 'nothing', text: `本期没有${band === null ? '' : `${colours[band]}色的`}村。` }
  const ranked = shows !== 'bands'
  const scored =
    (shows === 'scores' || shows === 'explanations') &&
    own.some(({ standing }) => standing.score !== undefined)
  const columns = [
    ...(ranked ? [numeric('名次')] : []),
    label('村（社区）'),
    ...(township === undefined ? [label('乡镇')] : []),
    ...(scored ? [numeric('得分')] : []),
    ...(band === null ? [label('颜色')] : []),
    numeric('连续期数'),
  ]
  const rows = (ranked ? own : inRosterOrder(told, own))
    .slice(0, limit)
    .map(({ standing, entry }) => [
      ...(ranked ? [String(standing.rank)] : []),
      shortName(entry.name),
      ...(township === undefined ? [shortName(entry.townshipName)] : []),
      ...(scored ? [standing.score === undefined ? '' : standing.score.toFixed(1)] : []),
      ...(band === null ? [colours[standing.band]] : []),
      String(standing.streak),
    ])
  const about = band === null ? '排名' : `${colours[band]}色名单`
  return { form: 'table', caption: `${titleOf(told)}${about}`, columns, rows }
}

/** Who has been red, or green, several rounds running: red first, the longest first. */
export function streaksTable(told: Told | undefined, telling: Telling, limit: number): DataValue {
  if (!told) return none
  const order: readonly Band[] = ['red', 'green', 'yellow']
  const place = ({ standing: { band, streak } }: Placed) => order.indexOf(band) * 100_000 - streak
  const own = inRosterOrder(told, standingsOf(told, telling))
    .filter(({ standing: { band, streak } }) => band !== 'yellow' && streak >= 2)
    .sort((a, b) => place(a) - place(b))
    .slice(0, limit)
  if (own.length === 0) return { form: 'nothing', text: '没有连续两期以上红色或者绿色的村。' }
  const everywhere = telling.township === undefined
  return {
    form: 'table',
    caption: '连续红色、绿色名单',
    columns: [
      label('村（社区）'),
      ...(everywhere ? [label('乡镇')] : []),
      label('颜色'),
      numeric('连续期数'),
    ],
    rows: own.map(({ standing, entry }) => [
      shortName(entry.name),
      ...(everywhere ? [shortName(entry.townshipName)] : []),
      colours[standing.band],
      String(standing.streak),
    ]),
  }
}

export type FollowUp = {
  kind: ConsequenceKind
  subjects: readonly string[]
  township: string | null
  state: ConsequenceState
}
const kinds: Record<ConsequenceKind, string> = {
  ...{ reminder: '提醒', notice: '通报', interview: '约谈', commend: '表扬' },
}
const progress: Record<ConsequenceState, string> = {
  ...{ proposed: '待办', paused: '异议待裁', recorded: '已办', cancelled: '取消' },
}

/** What follows for those who stand badly, the places alone: whom it concerns is not a bulletin's to name. */
export function followUpsTable(
  told: Told | undefined,
  actions: readonly FollowUp[],
  { township }: Telling,
): DataValue {
  if (!told) return none
  const own = actions.filter((one) => township === undefined || one.township === township)
  if (own.length === 0) return { form: 'nothing', text: '本期没有需要提醒、通报或者约谈的村。' }
  const byId = new Map(told.roster.map((entry) => [entry.id, entry]))
  const townships = new Map(told.roster.map((entry) => [entry.township, entry.townshipName]))
  return {
    form: 'table',
    caption: `${titleOf(told)}提醒、通报、约谈情况`,
    columns: [label('措施'), label('乡镇'), label('涉及的村（社区）'), label('办理')],
    rows: own.map(({ kind, subjects, township: of, state }) => [
      kinds[kind],
      shortName(townships.get(of ?? '') ?? ''),
      subjects
        .map((id) => shortName(byId.get(id)?.name ?? ''))
        .filter(Boolean)
        .join('、'),
      progress[state],
    ]),
  }
}

export type Ended = { id: string; no: number; board: string; policy: Policy; roster: readonly RosterEntry[] }
const sources: Readonly<Record<string, string>> = {
  ...{ township: '乡镇自评', inspection: '督查评分', drone: '无人机巡查', public: '群众评议' },
}

/** Who had not reported by the end of a round: the townships where they rank, else the source as a whole. */
export function missingTable(
  ended: readonly Ended[],
  sent: readonly { round: string; source: string; reporter: string }[],
): DataValue {
  const said = new Set(sent.map(({ round, source, reporter }) => `${round} ${source} ${reporter}`))
  const some = new Set(sent.map(({ round, source }) => `${round} ${source}`))
  const rows = ended.flatMap(({ id, no, board, policy, roster }) => {
    const townships = townshipsOn({ roster: roster.filter(({ exempt }) => !exempt) })
    return policy.sources.flatMap(({ key, scope, derivedFrom }) => {
      if (derivedFrom !== undefined) return []
      const silent = townships.filter((one) => !said.has(`${id} ${key} ${one.id}`))
      const names = scope === 'township' ? silent.map(({ name }) => shortName(name)) : []
      const nobody = scope !== 'township' && !some.has(`${id} ${key}`)
      if (names.length === 0 && !nobody) return []
      return [[`${board}第${no}期`, sources[key] ?? key, nobody ? '没有单位报送' : names.join('、')]]
    })
  })
  if (rows.length === 0) return { form: 'nothing', text: '各单位都按时报送。' }
  const columns = [label('期次'), label('报送内容'), label('未报送单位')]
  return { form: 'table', caption: '未按时报送情况', columns, rows }
}

type Placed = { standing: Standing; entry: RosterEntry }

function standingsOf({ roster, result }: Told, { township }: { township?: string | undefined }): Placed[] {
  const byId = new Map(roster.map((entry) => [entry.id, entry]))
  return result.standings.flatMap((standing) => {
    const entry = byId.get(standing.subject)
    return entry && (township === undefined || entry.township === township) ? [{ standing, entry }] : []
  })
}

function inRosterOrder({ roster }: Told, placed: readonly Placed[]): Placed[] {
  const order = new Map(roster.map(({ id }, at) => [id, at]))
  return placed.toSorted((a, b) => (order.get(a.entry.id) ?? 0) - (order.get(b.entry.id) ?? 0))
}

function townshipsOn({ roster }: Pick<Told, 'roster'>): { id: string; name: string }[] {
  const townships = new Map(roster.map(({ township, townshipName }) => [township, townshipName]))
  return [...townships].map(([id, name]) => ({ id, name }))
}

function titleOf({ board, no }: Pick<Told, 'board' | 'no'>): string {
  return `${board}第${no}期`
}

function label(text: string) {
  return { label: text, numeric: false }
}

function numeric(text: string) {
  return { label: text, numeric: true }
}
