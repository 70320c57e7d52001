import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Complaint, ComplaintDetail } from '../../schema/api/complaints.ts'
import type { IssueDetail } from '../../schema/api/issues.ts'
import { complaintContact } from '../../schema/tables/county.ts'
import { keepContacts } from '../../worker/actions/complaints/keep-contacts.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Answer } from '../support/client.ts'
import { aLetter, aReader, codeOn, follows, opensForm, sends, triage } from '../support/complaints.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { raised, stepped } from '../support/issues.ts'
import { aPhoto, officeContext } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let village: string
beforeAll(async () => {
  county = await aCounty('620423')
  await opensForm(county)
  village = county.villagesOf(county.townships[0]?.id ?? '')[0]?.id ?? ''
})

/** A letter that has come in: the complaint as the office sees it, and its writer's code. */
async function received(wanted: Record<string, string> = {}, pictures = 0) {
  const files = Array.from({ length: pictures }, (_, n) => [`${n}.jpg`, aJpeg(64, 40 + n)] as const)
  const letter = { ...aLetter, area: village, category: 'pile-waste', ...wanted }
  const code = codeOn(await sends(county, await aReader(county), letter, files))
  const [complaint] = await triage(county)
  if (!complaint) throw new Error('nothing came in')
  return { complaint, code }
}

function puts(complaint: { id: string }, what: string, body: unknown): Promise<Answer> {
  return county.office.put(county.at(`/complaints/${complaint.id}/${what}`), body)
}

async function told(code: string): Promise<string> {
  const page = await follows(county, await aReader(county), code)
  expect(page.status).toBe(200)
  return page.text
}

function asIssue(complaint: Complaint) {
  const photos = complaint.photos.map(({ id }) => id)
  return { id: newId(), category: 'pile-waste', area: village, text: '水渠垃圾', photos }
}

test('A complaint becomes one issue, which knows nothing of its writer, and its writer follows it to its end', async () => {
  const { complaint, code } = await received({ contact: '13800001111' }, 1)
  const wanted = asIssue(complaint)
  const raisedOnce = await puts(complaint, 'issue', wanted)
  expect(raisedOnce.status, raisedOnce.text).toBe(200)
  expect(raisedOnce.body).toMatchObject({
    complaint: { state: 'taken', standing: 'in_hand', issue: wanted.id, others: 0 },
    issue: { source: 'complaint', foundAt: complaint.at, text: '水渠垃圾' },
  })
  expect((await puts(complaint, 'issue', wanted)).body).toEqual(raisedOnce.body)
  expect((await puts(complaint, 'issue', { ...wanted, id: newId() })).status).toBe(409)
  expect((await puts(complaint, 'refusal', { reason: '晚了' })).status).toBe(409)

  const issue = await county.office.get(county.at(`/issues/${wanted.id}`))
  expect(issue.text).not.toContain('1380000')
  expect(issue.text).not.toContain(aLetter.text)
  expect((issue.body as IssueDetail).photos.map(({ id }) => id)).toEqual(wanted.photos)
  expect(await told(code)).toContain('正在办理')

  const after = await aPhoto(county, county.office, aJpeg(320, 240))
  await stepped(county, county.office, wanted, { kind: 'rectified', note: '清了', photos: [after] })
  const inspector = await county.member('county_admin')
  await stepped(county, inspector, wanted, { kind: 'closed', note: '看过了' })
  expect(await told(code)).toMatch(/日 办结。/)

  const released = await puts(complaint, 'release', { photos: [after] })
  expect(released.body).toMatchObject({ released: [after], standing: 'done' })
  const foreign = await aPhoto(county, county.office, aJpeg(30, 30))
  expect((await puts(complaint, 'release', { photos: [foreign] })).status).toBe(422)
})

test('Several complaints join one issue, and each writer reads how many others there are', async () => {
  const issue = await raised(county, { area: village })
  const first = await received()
  const second = await received({ text: '还是那条水渠，又臭又脏' })
  const near = await county.office.get(county.at(`/issues/duplicates?category=pile-waste&area=${village}`))
  expect(near.text).toContain(issue.id)
  for (const { complaint } of [first, second]) {
    expect((await puts(complaint, 'joining', { issue: issue.id })).status).toBe(200)
  }
  expect((await puts(first.complaint, 'joining', { issue: issue.id })).body).toMatchObject({ others: 1 })
  expect(await told(first.code)).toContain('还有 1 个人反映了同一件事')
  const third = await received()
  expect((await puts(third.complaint, 'joining', { issue: newId() })).status).toBe(422)
  expect((await puts({ id: newId() }, 'joining', { issue: issue.id })).status).toBe(404)
  expect(await told(third.code)).not.toContain('还有')

  const main = await raised(county, { area: village, text: '同一处' })
  await stepped(county, county.office, issue, { kind: 'joined', duplicateOf: main.id })
  const [shown] = (await triage(county, '?state=taken')).filter(({ id }) => id === first.complaint.id)
  expect(shown).toMatchObject({ issue: main.id, standing: 'in_hand' })
})

test('Declining needs a reason, which the writer reads; it can be put back', async () => {
  const { complaint, code } = await received()
  expect((await puts(complaint, 'refusal', { reason: ' ' })).status).toBe(422)
  await puts(complaint, 'refusal', { reason: '属于邻县，已转告' })
  const page = await told(code)
  expect(page).toContain('未受理')
  expect(page).toContain('属于邻县，已转告')
  expect((await puts(complaint, 'issue', asIssue(complaint))).status).toBe(409)
  expect((await puts(complaint, 'reception', {})).body).toMatchObject({ state: 'received', reason: null })
  expect(await told(code)).toContain('已收到')
})

test('The office answers a suggestion, once for one answer, and that may be the end of it', async () => {
  const { complaint, code } = await received({ kind: 'suggestion' })
  const answer = { text: '已列入<b>明年</b>计划', settles: false }
  const id = newId()
  await puts(complaint, `answers/${id}`, answer)
  const again = await puts(complaint, `answers/${id}`, answer)
  expect((again.body as ComplaintDetail).answers).toHaveLength(1)
  expect((await puts(complaint, `answers/${id}`, { ...answer, text: '别的' })).status).toBe(409)
  expect(await told(code)).toContain('已列入&lt;b&gt;明年&lt;/b&gt;计划')
  const settled = await puts(complaint, `answers/${newId()}`, { text: '谢谢', settles: true })
  expect(settled.body).toMatchObject({ state: 'answered', standing: 'done' })
  expect(await told(code)).toContain('已办结')
  const third = await puts(complaint, `answers/${newId()}`, { text: '再谢', settles: true })
  expect(third.status).toBe(409)
})

test('Lists narrow by state, category and township and go on where they stopped; statistics only count', async () => {
  const [kept] = await triage(county, '?limit=1')
  const page = await county.office.get(county.at('/complaints?limit=1'))
  const { nextCursor } = page.body as { nextCursor: string }
  const [next] = await triage(county, `?limit=1&cursor=${nextCursor}`)
  expect(next?.id).not.toBe(kept?.id)
  const township = county.townships[0]?.id
  const narrow = await triage(county, `?category=pile-waste&township=${township}&state=taken`)
  expect(narrow.length).toBeGreaterThan(0)
  expect(narrow.every(({ state }) => state === 'taken')).toBe(true)
  expect(await triage(county, `?township=${county.townships[1]?.id}`)).toEqual([])
  const statistics = await county.office.get(county.at('/complaints/statistics'))
  const { rows } = statistics.body as { rows: { category: string; taken: number; complaints: number }[] }
  const waste = rows.find(({ category }) => category === 'pile-waste')
  expect(waste?.taken).toBeGreaterThanOrEqual(3)
  const leader = await county.member('county_leader')
  expect((await leader.get(county.at('/complaints'))).status).toBe(200)
  expect((await leader.put(county.at(`/complaints/${kept?.id}/refusal`), { reason: '不' })).status).toBe(403)
})

test('A contact is erased 90 days after its complaint is settled, never before', async () => {
  const { complaint } = await received({ contact: '请找村口小卖部' })
  const open = await received({ contact: '13500000000' })
  const there = ({ id }: { id: string }) =>
    county.db.count(complaintContact, eq(complaintContact.complaint, id))
  const day = 86_400_000
  const at = async (days: number) =>
    keepContacts(await officeContext(county, new Date(Date.now() + days * day)))
  await puts(complaint, 'refusal', { reason: '不属于本县' })
  await at(89)
  expect(await there(complaint)).toBe(1)
  await at(91)
  expect([await there(complaint), await there(open.complaint)]).toEqual([0, 1])
  const next = await at(92)
  expect(next).toBeGreaterThan(Date.now() + 170 * day)
  await at(400)
  expect(await there(open.complaint)).toBe(1)
  const detail = await county.office.get(county.at(`/complaints/${complaint.id}`))
  expect(detail.body).toMatchObject({ contact: null, text: aLetter.text })
})
