import { expect, test } from 'vitest'
import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import { newId } from '../../worker/data/new-id.ts'
import { aCounty } from '../support/county.ts'

const days = { from: '2026-03-02', to: '2026-03-08' }
const said = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

test('a bulletin is drafted, edited, issued and withdrawn, and each state keeps to its own', async () => {
  const county = await aCounty('620423', 0)
  const { office, at } = county
  const id = newId()
  const wanted = { id, kind: 'special', ...days }
  const made = await office.post(at('/bulletins'), wanted)
  expect(made.status, made.text).toBe(201)
  const draft = made.body as BulletinDetail
  expect(draft).toMatchObject({ id, state: 'draft', version: 1, number: null, issuedAt: null })

  const again = await office.post(at('/bulletins'), wanted)
  expect(again.status).toBe(200)
  expect(again.body).toEqual(draft)
  expect((await office.post(at('/bulletins'), { ...wanted, kind: 'daily' })).status).toBe(409)

  const change = { version: 1, title: '关于第一周情况的通报', number: '〔2026〕3号', content: said('很好') }
  const changed = await office.patch(at(`/bulletins/${id}`), change)
  expect(changed.status, changed.text).toBe(200)
  expect(changed.body).toMatchObject({ version: 2, title: change.title, number: change.number })

  const late = await office.patch(at(`/bulletins/${id}`), { version: 1, title: '另一个' })
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ version: 2 })

  const issued = await office.put(at(`/bulletins/${id}/issue`), { version: 2 })
  expect(issued.status, issued.text).toBe(200)
  expect(issued.body).toMatchObject({ state: 'issued', version: 3, withdrawn: null })
  expect((await office.patch(at(`/bulletins/${id}`), { version: 3, title: '改' })).status).toBe(409)
  expect((await office.delete(at(`/bulletins/${id}`))).status).toBe(409)

  const withdrawn = await office.put(at(`/bulletins/${id}/withdrawal`), { reason: '数字有误' })
  expect(withdrawn.status, withdrawn.text).toBe(200)
  expect(withdrawn.body).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '数字有误' } })
  expect((await office.put(at(`/bulletins/${id}/withdrawal`), { reason: '再撤' })).status).toBe(409)
})
