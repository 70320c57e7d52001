import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import type { IssueDetail } from '../../schema/api/issues.ts'
import type { Meeting, MeetingDetail, Task } from '../../schema/api/outreach.ts'
import { tick } from '../../worker/actions/tick.ts'
import { newId } from '../../worker/data/new-id.ts'
import { auditOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let county: TestCounty
let township = ''
let department = ''
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[0]?.id ?? ''
  const made = await county.office.post(county.at('/units'), { name: '住建局', kind: 'department' })
  department = (made.body as { id: string }).id
  await county.office.put(county.at('/issue-categories/catalogue'), {})
})

const decisions = () => [
  { id: newId(), text: '月底前清完河道垃圾' },
  { id: newId(), text: '补齐路灯' },
  { id: newId(), text: '每周五开展大扫除' },
]
const aMeeting = (more: Record<string, unknown> = {}) => ({
  ...{ kind: 'progress', title: '人居环境整治推进会', heldAt: '2026-03-06T01:00:00.000Z', venue: '县政府' },
  agenda: ['通报上周排名', '安排下步工作'],
  attendance: [
    { body: township, name: '芦阳镇', present: true, heads: 2 },
    { body: null, name: '镇派出所', present: false, heads: 0 },
  ],
  speeches: [{ speaker: '主持人', text: '<script>讲话</script>' }],
  ...more,
})
const keep = async (by: Client, body: unknown, id = newId()) => by.put(county.at(`/meetings/${id}`), body)

async function aKeptMeeting(by: Client = county.office, more: Record<string, unknown> = {}) {
  const answer = await keep(by, aMeeting({ decisions: decisions(), ...more }))
  expect(answer.status).toBe(201)
  return answer.body as MeetingDetail
}

describe('the record of a meeting', () => {
  test('keeps agenda, attendance, speeches and decisions in their order, once', async () => {
    const id = newId()
    const body = aMeeting({ decisions: decisions() })
    const made = await keep(county.office, body, id)
    expect(made.body).toMatchObject({
      ...{ invited: 2, present: 1, agenda: ['通报上周排名', '安排下步工作'], version: 1 },
      speeches: [{ text: '<script>讲话</script>' }],
      decisions: [{ text: '月底前清完河道垃圾', became: null }, { text: '补齐路灯' }, {}],
    })
    expect((await keep(county.office, body, id)).status).toBe(200)
    expect((await keep(county.office, { ...body, title: '另一个会' }, id)).status).toBe(409)
    expect(await auditOf(county, id)).toEqual(['meeting.add'])
    // What was said may name people: the audit holds none of it.
    const audit = (await county.office.get(county.at('/audit?limit=20'))).text
    expect(audit).not.toContain('讲话')
  })

  test('is changed only as it was seen', async () => {
    const { id, decisions: made } = await aKeptMeeting()
    const path = county.at(`/meetings/${id}`)
    const [first, second] = made
    const changed = await county.office.patch(path, {
      ...{ version: 1, venue: null },
      decisions: [second, first].map((one) => ({ id: one?.id, text: `${one?.text}。` })),
    })
    expect(changed.body).toMatchObject({
      ...{ venue: null, title: '人居环境整治推进会', version: 2 },
      decisions: [{ text: '补齐路灯。' }, { text: '月底前清完河道垃圾。' }],
    })
    const late = await county.office.patch(path, { version: 1, title: '改名' })
    expect(late.body).toMatchObject({ type: expect.stringContaining('meeting-changed') })
  })

  test('of another meeting keeps its decisions', async () => {
    const { decisions: taken } = await aKeptMeeting()
    const stolen = await keep(county.office, aMeeting({ decisions: [{ id: taken[0]?.id, text: '改写' }] }))
    expect(stolen.status).toBe(409)
    const twice = [taken[0], taken[0]].map((one) => ({ id: one?.id, text: '重复' }))
    expect((await keep(county.office, aMeeting({ decisions: twice }))).status).toBe(422)
  })

  test('is read by those who were asked to come', async () => {
    const { id } = await aKeptMeeting()
    const asked = await county.member('township_leader', township)
    const elsewhere = await county.member('township_leader', county.townships[1]?.id)
    expect((await asked.get(county.at(`/meetings/${id}`))).status).toBe(200)
    expect((await elsewhere.get(county.at(`/meetings/${id}`))).status).toBe(404)
    expect((await asked.patch(county.at(`/meetings/${id}`), { version: 1, title: '改' })).status).toBe(403)
    const seen = (await asked.get(county.at('/meetings'))).body as { items: Meeting[] }
    expect(seen.items.map((one) => one.id)).toContain(id)
    expect((await elsewhere.get(county.at('/meetings'))).body).toEqual({ items: [], nextCursor: null })
  })

  test('of a township is its own', async () => {
    const reporter = await county.member('township_reporter', township)
    const own = await aKeptMeeting(reporter, { kind: 'dispatch', title: '镇调度会' })
    expect(own).toMatchObject({ owner: township, ownerName: county.townships[0]?.name })
    const body = aMeeting({ owner: county.townships[1]?.id })
    expect((await keep(reporter, body)).status).toBe(403)
    expect((await keep(reporter, aMeeting({ owner: department }))).status).toBe(422)
  })
})

describe('a decision', () => {
  test('becomes a task that its leader ticks off, and the clock minds', async () => {
    const { id, decisions: made } = await aKeptMeeting()
    const path = county.at(`/meetings/${id}/decisions/${made[0]?.id}/task`)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const body = { lead: department, assisting: [township], dueOn: today }
    const handed = await county.office.put(path, body)
    expect((handed.body as MeetingDetail).decisions[0]).toMatchObject({
      became: 'task',
      task: { lead: department, leadName: '住建局', state: 'open', overdue: false },
    })
    expect((await county.office.put(path, body)).body).toEqual(handed.body)
    await tick(env, county.id, new Date(Date.now() + 2 * 86_400_000))
    const leads = await county.member('department', department)
    const mine = (await leads.get(county.at('/tasks'))).body as { items: Task[] }
    const task = mine.items.find((one) => one.id === made[0]?.id)
    expect(task).toMatchObject({ meetingTitle: '人居环境整治推进会', overdue: true, state: 'open' })
    const notices = (await leads.get(county.at('/notices'))).body as { items: { kind: string }[] }
    expect(notices.items.map(({ kind }) => kind)).toContain('overdue')
    const done = await leads.patch(county.at(`/tasks/${task?.id}`), { state: 'done', note: '清完了' })
    expect(done.body).toMatchObject({ state: 'done' })
    expect((await leads.patch(county.at(`/tasks/${task?.id}`), { state: 'done' })).body).toEqual(done.body)
    expect(((await leads.get(county.at('/tasks'))).body as { items: Task[] }).items).toEqual([])
    const stranger = await county.member('village_secretary', county.villagesOf(township)[0]?.id)
    expect((await stranger.patch(county.at(`/tasks/${task?.id}`), { state: 'open' })).status).toBe(404)
    expect(await auditOf(county, task?.id ?? '')).toEqual(['decision.task', 'task.change'])
  })

  test('becomes an issue of the ledger', async () => {
    const { id, decisions: made } = await aKeptMeeting()
    const { items } = (await county.office.get(county.at('/issue-categories'))).body as {
      items: { id: string }[]
    }
    const issue = newId()
    const body = { issue, category: items[0]?.id, area: county.villagesOf(township)[0]?.id }
    const path = county.at(`/meetings/${id}/decisions/${made[1]?.id}/issue`)
    const handed = await county.office.put(path, body)
    expect((handed.body as MeetingDetail).decisions[1]).toMatchObject({ became: 'issue', issue, task: null })
    expect((await county.office.put(path, body)).status).toBe(200)
    expect((await county.office.put(path, { ...body, issue: newId() })).status).toBe(409)
    const raised = (await county.office.get(county.at(`/issues/${issue}`))).body as IssueDetail
    expect(raised).toMatchObject({ source: 'meeting', text: '补齐路灯', areaName: expect.any(String) })
    const wrong = await county.office.put(county.at(`/meetings/${id}/decisions/${made[2]?.id}/issue`), {
      ...{ issue: newId(), category: 'none', area: body.area },
    })
    expect(wrong.status).toBe(422)
    const shown = (await county.office.get(county.at(`/meetings/${id}`))).body as MeetingDetail
    expect(shown.decisions[2]?.became).toBeNull()
  })

  test('that has become work stays word for word', async () => {
    const { id, decisions: made } = await aKeptMeeting()
    const dueOn = '2099-01-01'
    await county.office.put(county.at(`/meetings/${id}/decisions/${made[0]?.id}/task`), {
      lead: township,
      dueOn,
    })
    const path = county.at(`/meetings/${id}`)
    const without = await county.office.patch(path, { version: 1, decisions: [] })
    expect(without.body).toMatchObject({ type: expect.stringContaining('decision-taken') })
    const kept = { id: made[0]?.id, text: made[0]?.text }
    expect((await county.office.patch(path, { version: 1, decisions: [kept] })).status).toBe(200)
    const again = county.at(`/meetings/${id}/decisions/${made[0]?.id}/issue`)
    const body = { issue: newId(), category: 'x', area: township }
    expect((await county.office.put(again, body)).status).toBe(409)
  })

  test('handed on by two at once is handed on once', async () => {
    const { id, decisions: made } = await aKeptMeeting()
    const path = county.at(`/meetings/${id}/decisions/${made[0]?.id}/task`)
    const answers = await Promise.all(
      [township, department, township].map((lead) => county.office.put(path, { lead, dueOn: '2099-01-01' })),
    )
    expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true)
    expect(await auditOf(county, made[0]?.id ?? '')).toEqual(['decision.task'])
  })

  test.each([
    ['an unknown leader', { lead: 'nobody', dueOn: '2099-01-01' }, 'lead'],
    ['a day gone by', { lead: 'own', dueOn: '2020-01-01' }, 'dueOn'],
  ])('is not handed to %s', async (_, body, path) => {
    const { id, decisions: made } = await aKeptMeeting()
    const lead = body.lead === 'own' ? township : body.lead
    const answer = await county.office.put(county.at(`/meetings/${id}/decisions/${made[0]?.id}/task`), {
      ...body,
      lead,
    })
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ path }] }])
  })
})
