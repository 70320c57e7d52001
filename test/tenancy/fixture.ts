import { sealAudit } from '../../worker/actions/audit-log/seal-audit.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import { aBoard, anOpenRound, inOrder, sends } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aClosedWeek, aPublishedWeek, consequencesOf, ranksAlone } from '../support/friday.ts'
import { aFlaggedUse, aPhoto, officeContext } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'
import { aDraftedArticle, type ColumnFixture } from './fixture-columns.ts'
import { type ComplaintFixture, someComplaints } from './fixture-complaints.ts'
import { type FieldFixture, someFieldWork } from './fixture-field.ts'
import { type InspectionFixture, someInspections } from './fixture-inspections.ts'
import { aFullLedger, type LedgerFixture } from './fixture-issues.ts'
import { type OutreachFixture, someOutreach } from './fixture-outreach.ts'
import { someWords } from './fixture-words.ts'

/** A county with one of everything, each name carrying the canary. */
export type Fixture = {
  county: TestCounty
  canary: string
  township: string
  village: string
  /** A village beside it, and one that has been merged into that. */
  otherVillage: string
  mergedVillage: string
  unit: string
  member: string
  token: string
  campaign: string
  board: string
  /** Rounds in each state; the closed one has a pending objection. */
  published: string
  closed: string
  open: string
  objection: string
  /** A consequence on record, and the assignment made of its commitment. */
  consequence: string
  assignment: string
  inspections: InspectionFixture
  ledger: LedgerFixture
  columns: ColumnFixture
  field: FieldFixture
  complaints: ComplaintFixture
  outreach: OutreachFixture
  /** A photo, and the hash of one used for two areas. */
  photo: string
  photoFlag: string
  post: string
  /** A webhook, and a message to it. */
  webhook: string
  delivery: string
  /** A bulletin's draft. */
  bulletin: string
}

export async function aFullCounty(code: string, shard: number, canary: string): Promise<Fixture> {
  const county = await aCounty(code, shard)
  const { office, at } = county
  const township = county.townships[0]?.id ?? ''
  const village = county.villagesOf(township)[0]?.id ?? ''
  const make = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const answer = await office.post(at(path), body)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
    return answer.body as Record<string, unknown>
  }
  await office.patch(at(`/areas/${village}`), { name: `${canary}村` })
  const unit = await make('/units', { name: `${canary}组`, kind: 'group' })
  await office.put(at(`/units/${unit.id}/people`), {
    people: [{ name: `${canary}组长`, duty: 'head', title: '' }],
  })
  const login = `login-${canary.toLowerCase()}`
  const invited = await make('/members', { name: `${canary}员`, login, role: 'inspector', scope: unit.id })
  const made = await make('/tokens', { name: `${canary}令`, role: 'county_leader', expiresInDays: 1 })
  const posts = { area: village, post: 'village_head', holder: `${canary}主任`, startsOn: '2026-01-01' }
  const post = idOf(await make('/posts', posts))
  const board = await aBoard(county, { policy: ranksAlone })
  await office.patch(at(`/boards/${board.id}`), { name: `${canary}榜` })
  const published = await aPublishedWeek(county, board)
  const closed = await aClosedWeek(county, board)
  const objection = await make(`/rounds/${closed.id}/objections`, { subject: village, text: `${canary}不服` })
  const open = await anOpenRound(county, board)
  await sends(county, office, open, 'township', township, inOrder(county, township))
  const [consequence] = await consequencesOf(county, office, `round=${published.id}&kind=interview`)
  const held = {
    heldAt: '2026-11-22T01:00:00Z',
    attendees: [`${canary}员`],
    summary: `${canary}谈`,
    followUpOn: null,
  }
  const commitments = [{ text: `${canary}清运`, dueOn: '2026-12-01' }]
  const record = await office.put(at(`/consequences/${consequence?.id}/record`), { ...held, commitments })
  if (record.status >= 300) throw new Error(record.text)
  const assignments = await office.get(at(`/consequences/${consequence?.id}/assignments`))
  const photo = await aPhoto(county, office, aJpeg(64, 48, { comment: canary }))
  await aFlaggedUse(county, photo, [township, village])
  const photoFlag = await sha256(aJpeg(64, 48, { comment: canary }))
  const [otherVillage = '', mergedVillage = ''] = county
    .villagesOf(county.townships[1]?.id ?? '')
    .map(({ id }) => id)
  await office.put(at(`/areas/${mergedVillage}/merger`), { into: otherVillage })
  const hook = { name: `${canary}群`, url: `https://hooks.gov.cn/${canary}`, format: 'json' }
  const webhook = idOf(await make('/webhooks', { ...hook, events: ['bulletin.issued'] }))
  const delivery = idOf(await make(`/webhooks/${webhook}/pings`, undefined))
  const ledger = await aFullLedger(county, canary, village)
  const days = { from: '2026-03-02', to: '2026-03-08' }
  const bulletin = await make('/bulletins', { kind: 'special', title: `${canary}通报`, ...days })
  const columns = await aDraftedArticle(county, canary, village)
  const places = { township, village, unit: String(unit.id) }
  const inspections = await someInspections(county, canary, places)
  const field = await someFieldWork(county, canary, village)
  const outreach = await someOutreach(county, canary, places)
  const complaints = await someComplaints(county, canary, village)
  await someWords(county, canary, { ...places, published: published.id })
  await office.put(at('/notices/mark'), { upTo: ledger.notice })
  const note = { state: 'cleared', note: `${canary}看过` }
  await office.patch(at(`/place-flags/${field.flag}`), note)
  await office.patch(at(`/photos/flags/${photoFlag}`), note)
  await sealAudit(await officeContext(county, new Date(Date.now() + 86_400_000)))
  return {
    field,
    ...{ columns, ledger, inspections, outreach, complaints, bulletin: idOf(bulletin) },
    ...{ county, canary, township, village, post, otherVillage, mergedVillage },
    unit: String(unit.id),
    member: idOf(invited.member),
    token: idOf(made.token),
    ...{ campaign: board.campaign, board: board.id },
    ...{ published: published.id, closed: closed.id, open: open.id, objection: idOf(objection) },
    ...{ photo, photoFlag },
    ...{ webhook, delivery },
    consequence: idOf(consequence),
    assignment: idOf((assignments.body as { items: unknown[] }).items[0]),
  }
}

function idOf(thing: unknown): string {
  return String((thing as { id: string }).id)
}
