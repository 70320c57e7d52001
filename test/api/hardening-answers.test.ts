import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { safeFileName, saveAs } from '../../worker/http/file-name.ts'
import { problemOf } from '../../worker/http/problem-response.ts'
import { aCounty } from '../support/county.ts'

afterEach(() => vi.restoreAllMocks())

test('an id that stands somewhere else already is refused as taken, not as an accident', async () => {
  const { office, at, townships } = await aCounty()
  const catalogue = await office.put(at('/issue-categories/catalogue'), { groups: ['pillars'] })
  expect(catalogue.status).toBeLessThan(300)
  const { items } = (await office.get(at('/issue-categories'))).body as { items: { id: string }[] }
  const unit = (await office.post(at('/units'), { name: '一组', kind: 'group' })).body as { id: string }
  const task = crypto.randomUUID()
  const meeting = `/meetings/${crypto.randomUUID()}`
  const held = { kind: 'progress', title: '推进会', heldAt: '2026-03-06T01:00:00.000Z', attendance: [] }
  await office.put(at(meeting), { ...held, decisions: [{ id: task, text: '清运' }] })
  const made = await office.put(at(`${meeting}/decisions/${task}/task`), {
    lead: unit.id,
    dueOn: '2099-01-01',
  })
  expect(made.status).toBeLessThan(300)
  const found = { area: townships[0]?.id, source: 'complaint', foundAt: '2026-11-21T01:00:00Z' }
  const issue = { ...found, category: items[0]?.id, lead: unit.id, text: '村口粪堆' }
  // The issue's lead would get an assignment of the same id as the task.
  const answer = await office.put(at(`/issues/${task}`), issue)
  expect([answer.status, answer.body]).toMatchObject([409, { type: '/problems/id-taken' }])
  expect((await office.get(at(`/issues/${task}`))).status).toBe(404)
})

test('an error of the database is a taken id only where it is an id that is taken', () => {
  const said = (message: string) => problemOf(new Error(`D1_ERROR: ${message}: SQLITE_CONSTRAINT`))?.code
  expect(said('UNIQUE constraint failed: assignment.county, assignment.id')).toBe('id_taken')
  expect(said('UNIQUE constraint failed: receipt.county, receipt.caller, receipt.key')).toBeUndefined()
  expect(said('UNIQUE constraint failed: member.county, member.login')).toBeUndefined()
  expect(said('FOREIGN KEY constraint failed')).toBeUndefined()
})

test.each([
  ['第6期 三色榜', '第6期 三色榜'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a\\b:c*d?e"f<g>h|i', 'a_b_c_d_e_f_g_h_i'],
  ['报表\u202excod.exe', '报表xcod.exe'],
  ['零\u200b宽\ufeff\u0000\r\nSet-Cookie: a', '零宽Set-Cookie_ a'],
  ['半\ud800个', '半个'],
  [' . 名 . ', '名'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['console', 'console'],
  ['', 'file'],
  ['...', 'file'],
])('a file called %j is saved as %j', (name, saved) => {
  expect(safeFileName(name)).toBe(saved)
})

test('a name longer than file systems take is cut between characters', () => {
  const saved = safeFileName('🀄'.repeat(100))
  expect(new TextEncoder().encode(saved).length).toBe(200)
  expect(saved).toBe('🀄'.repeat(50))
})

test('the header that saves a file has its name twice, and nothing that could end it early', () => {
  expect(saveAs('榜\'(1)*; a="b"%', 'xlsx')).toBe(
    `attachment; filename="_'(1)__ a=_b__.xlsx"; filename*=UTF-8''%E6%A6%9C%27%281%29_%3B%20a%3D_b_%25.xlsx`,
  )
})

test.each([
  ['zh', '出错了', '请求编号'],
  ['en', 'Something went wrong', 'request id'],
])('what nobody foresaw says nothing of itself, in %s', async (language, title, says) => {
  const lines = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = new Proxy(env, {
    get: (all, name) => {
      if (name === 'CONTROL') throw new Error('no such table: secret-of-the-inside')
      return Reflect.get(all, name)
    },
  })
  const headers = { 'accept-language': language, cookie: '__Host-refresh=a.secret-of-the-caller' }
  const answer = await app.fetch(
    new Request('http://localhost/api/v1/me?q=secret-of-the-caller', { headers }),
    broken,
  )
  const body = (await answer.json()) as Record<string, string>
  expect(answer.status).toBe(500)
  expect(body).toMatchObject({ type: '/problems/unexpected', title, detail: expect.stringContaining(says) })
  expect(Object.keys(body).sort()).toEqual(['detail', 'instance', 'status', 'title', 'type'])
  expect(JSON.stringify(body)).not.toContain('secret')
  // The operator reads why, and by which number the caller asks; what the caller sent is not there either.
  const [[line = ''] = []] = lines.mock.calls
  expect(line).toContain('secret-of-the-inside')
  expect(line).toContain(body.instance?.replace('urn:request:', ''))
  expect(line).not.toContain('secret-of-the-caller')
})
