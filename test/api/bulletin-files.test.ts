import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import { newId } from '../../worker/data/new-id.ts'
import { dayOf } from '../../worker/domain/consequences/due-on.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { raised, withCatalogue } from '../support/issues.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

const today = dayOf(new Date())
const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
const picture = (photo: string) => ({ type: 'picture', attrs: { photo, caption: '现场' } })

/** The id of a draft with this body. */
async function aDraft({ office, at }: TestCounty, content: unknown[], change = {}) {
  const made = await office.post(at('/bulletins'), { kind: 'special', from: today, to: today })
  const { id } = made.body as BulletinDetail
  const changed = await office.patch(at(`/bulletins/${id}`), {
    ...{ version: 1, content: { type: 'doc', content } },
    ...change,
  })
  expect(changed.status, changed.text).toBe(200)
  return id
}

test('a bulletin is a paper, a workbook and a message; what looks like HTML is text in each', async () => {
  const county = await aCounty('620423', 0)
  const { office, at } = county
  await withCatalogue(county)
  await raised(county, { text: '<script>alert(1)</script>路边堆料' })
  const photo = await aPhoto(county, office, aJpeg(64, 48, { comment: '原图' }))
  const table = { type: 'data', attrs: { id: 'places', kind: 'issues_by_township' } }
  const id = await aDraft(county, [text('<b>现</b>通报如下'), table, picture(photo)], {
    title: '<i>通报</i>',
  })

  const paper = await office.get(at(`/bulletins/${id}/document.docx`))
  expect(paper.status, paper.text).toBe(200)
  expect(paper.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''_i_${encodeURIComponent('通报')}__i_.docx`,
  )
  const parts = unzipSync(paper.bytes)
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(document).toContain('&lt;b&gt;现&lt;/b&gt;通报如下')
  const media = Object.entries(parts).filter(([path]) => path.startsWith('word/media/'))
  expect(media).toHaveLength(1)
  expect(strFromU8(media[0]?.[1] ?? new Uint8Array(), true)).not.toContain('原图')

  const annex = await office.get(at(`/bulletins/${id}/annex.xlsx`))
  expect(annex.status).toBe(200)
  expect(strFromU8(unzipSync(annex.bytes)['xl/workbook.xml'] ?? new Uint8Array())).toContain(
    '各乡镇问题整改情况',
  )

  const draft = (await office.get(at(`/bulletins/${id}/chat`))).body as { text: string }
  expect(draft.text).toContain('<b>现</b>通报如下')
  expect(draft.text).not.toContain('http')
  await office.put(at(`/bulletins/${id}/issue`), { version: 2 })
  const told = (await office.get(at(`/bulletins/${id}/chat`))).body as { text: string }
  expect(told.text.endsWith(`/console/${county.id}/bulletins/${id}`)).toBe(true)

  const member = await county.member(
    'village_secretary',
    county.villagesOf(county.townships[0]?.id ?? '')[0]?.id ?? '',
  )
  await office.put(at(`/bulletins/${id}/withdrawal`), { reason: '数字有误' })
  const gone = await member.get(at(`/bulletins/${id}/document.docx`))
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('数字有误')
  expect((await member.get(at(`/bulletins/${id}`))).body).toMatchObject({
    content: { content: [] },
    data: {},
  })
})

test('a bulletin without tables has no workbook', async () => {
  const county = await aCounty('620423', 0)
  const id = await aDraft(county, [text('没有表')])
  expect((await county.office.get(county.at(`/bulletins/${id}/annex.xlsx`))).status).toBe(404)
})

test('what is too large, too many or unknown is refused with a reason, and nothing is kept', async () => {
  const county = await aCounty('620423', 0)
  const { office, at } = county
  const id = await aDraft(county, [text('一')])
  const send = (content: unknown[]) =>
    office.patch(at(`/bulletins/${id}`), { version: 2, content: { type: 'doc', content } })

  const huge = await send(Array.from({ length: 300 }, () => text('长'.repeat(6_000))))
  expect(huge.status).toBe(413)
  const many = await send(Array.from({ length: 100 }, () => picture(newId())))
  expect(many.status).toBe(422)
  expect(many.text).toContain('最多放 50 张照片')
  expect((await send([{ type: 'iframe', attrs: { src: 'https://example.org' } }])).status).toBe(422)
  expect((await send([{ ...text('一'), attrs: { onclick: 'x' } }])).status).toBe(422)
  const twice = { type: 'data', attrs: { id: 'same', kind: 'streaks' } }
  expect((await send([twice, twice])).status).toBe(422)
  const foreign = await send([picture(newId())])
  expect(foreign.status).toBe(422)
  expect(foreign.text).toContain('没有这张照片')
  expect((await office.get(at(`/bulletins/${id}`))).body).toMatchObject({ version: 2 })
  const backwards = { kind: 'special', from: '2026-03-08', to: '2026-03-02' }
  expect((await office.post(at('/bulletins'), backwards)).status).toBe(422)
})

test('drafts are seen by those who may write them, and a township writes its own alone', async () => {
  const county = await aCounty('620423', 0)
  const { office, at, townships } = county
  const [own = '', other = ''] = townships.map(({ id }) => id)
  const leader = await county.member('township_leader', own)
  const inspector = await county.member('county_leader')
  const days = { kind: 'special', from: today, to: today }
  const mine = await leader.post(at('/bulletins'), { ...days, owner: own })
  expect(mine.status, mine.text).toBe(201)
  expect((await leader.post(at('/bulletins'), { ...days, owner: other })).status).toBe(403)
  expect((await leader.post(at('/bulletins'), days)).status).toBe(403)
  expect((await inspector.post(at('/bulletins'), days)).status).toBe(403)
  const village = county.villagesOf(own)[0]?.id
  expect((await office.post(at('/bulletins'), { ...days, owner: village })).status).toBe(422)
  const ofCounty = (await office.post(at('/bulletins'), days)).body as BulletinDetail
  expect((await leader.get(at(`/bulletins/${ofCounty.id}`))).status).toBe(404)

  const seenBy = async (client: typeof office) =>
    ((await client.get(at('/bulletins'))).body as { items: { id: string }[] }).items.map(({ id }) => id)
  const { id } = mine.body as BulletinDetail
  expect(await seenBy(office)).toEqual([ofCounty.id, id])
  expect(await seenBy(leader)).toEqual([id])
  expect(await seenBy(inspector)).toEqual([])
  expect((await office.delete(at(`/bulletins/${ofCounty.id}`))).status).toBe(204)
  expect((await office.delete(at(`/bulletins/${ofCounty.id}`))).status).toBe(204)
  const drafts = (await office.get(at('/bulletins?state=draft'))).body as { items: unknown[] }
  expect(drafts.items).toHaveLength(1)
})

test('everybody gets the pictures of a public bulletin without what the camera noted, until it is withdrawn', async () => {
  const county = await aCounty('620102', 0)
  const { office, at } = county
  const shown = await aPhoto(county, office, aJpeg(64, 48, { comment: '手机' }))
  const other = await aPhoto(county, office, aJpeg(64, 48, { comment: '别的' }))
  const id = await aDraft(county, [picture(shown), picture(other)], { visibility: 'public' })
  const kept = await office.patch(at(`/bulletins/${id}`), {
    version: 2,
    content: { type: 'doc', content: [picture(shown)] },
  })
  expect(kept.status).toBe(200)
  const open = (photo: string) => office.get(`/c/${county.id}/bulletins/${id}/photos/${photo}`)
  expect((await open(shown)).status).toBe(404)
  await office.put(at(`/bulletins/${id}/issue`), { version: 3 })
  const picture_ = await open(shown)
  expect(picture_.status).toBe(200)
  expect(picture_.headers.get('cache-control')).toContain('public')
  expect(picture_.text).not.toContain('手机')
  expect((await open(other)).status).toBe(404)
  await office.put(at(`/bulletins/${id}/withdrawal`), { reason: '有误' })
  expect((await open(shown)).status).toBe(404)
})
