import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ColumnDetail, NewColumn, PublicColumn } from '../../schema/api/columns.ts'
import { audit } from '../../schema/tables/county.ts'
import { keepColumns } from '../../worker/actions/columns/keep-columns.ts'
import { tick } from '../../worker/actions/tick.ts'
import { readDue } from '../../worker/data/due-clock.ts'
import { publishedColumns } from '../../worker/data/public-columns.ts'
import { readSiteState } from '../../worker/data/public-sections.ts'
import { Client } from '../support/client.ts'
import { anArticle, blurs, detail, drafted, drafts, inDays, published } from '../support/columns.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { raised, stepped, steps, withCatalogue } from '../support/issues.ts'
import { aPhoto, officeContext } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

const anyone = new Client()
const day = 86_400_000
let county: TestCounty
let people: { writer: Client; reviewer: Client; secretary: Client; inspector: Client }
beforeAll(async () => {
  county = await aCounty()
  await withCatalogue(county)
  const township = county.townships[0]?.id ?? ''
  const group = await county.office.post(county.at('/units'), { name: '督察组', kind: 'group' })
  people = {
    writer: await county.member('township_reporter', township),
    reviewer: await county.member('county_leader'),
    secretary: await county.member('village_secretary', county.villagesOf(township)[0]?.id),
    inspector: await county.member('inspector', (group.body as { id: string }).id),
  }
  await opens(true)
})

async function opens(isPublic: boolean, rectifiedDays = 7) {
  const rule = { public: isPublic, rectifiedDays }
  expect((await county.office.put(county.at('/settings/columns'), rule)).status).toBe(200)
}
const inPublic = (more = '') => `/public/counties/620423/columns${more}`
const shown = async (wanted: Partial<NewColumn> = {}) =>
  published(county, await drafted(county, people.writer, wanted), people)
const standing = async (article: { id: string }) =>
  detail(await county.office.get(county.at(`/columns/${article.id}`)))
const listed = async () => ((await anyone.get(inPublic())).body as { items: PublicColumn[] }).items

describe('what anybody may read', () => {
  test('is what the county has opened and the article’s own word allows', async () => {
    const open = await shown({ title: '公开的一篇' })
    const inside = await shown({ title: '只给成员看', visibility: 'members' })
    const waiting = await drafted(county, people.writer, { title: '还没有审' })
    expect((await listed()).map(({ title }) => title)).toEqual(['公开的一篇'])
    for (const hidden of [inside, waiting]) {
      for (const path of [inPublic(`/${hidden.id}`), `/c/620423/columns/${hidden.id}`])
        expect((await anyone.get(path)).status, path).toBe(404)
    }
    const paths = [inPublic(`/${open.id}`), `/c/620423/columns/${open.id}`, '/c/620423/columns']
    for (const path of paths) expect((await anyone.get(path)).status, path).toBe(200)
    expect((await publishedColumns(county.db, 5)).map(({ id }) => id)).toEqual([open.id])
    expect((await readSiteState(county.db)).sections.columns).toBe(true)

    await opens(false)
    expect(await listed()).toEqual([])
    for (const path of paths) expect((await anyone.get(path)).status, path).toBe(404)
    expect(await publishedColumns(county.db, 5)).toEqual([])
    expect((await readSiteState(county.db)).sections.columns).toBe(false)
    await opens(true)

    detail(await county.office.put(county.at(`/columns/${open.id}/withdrawal`), { reason: '内部原因' }))
    const other = await shown({ title: '另一篇' })
    const gone = await anyone.get(`/c/620423/columns/${open.id}`)
    expect([gone.status, gone.text.includes('内部原因')]).toEqual([410, false])
    expect((await anyone.get(inPublic(`/${open.id}`))).status).toBe(410)
    expect((await listed()).map(({ id }) => id)).toEqual([other.id])
  })

  test('is text: HTML shows as it was typed, in both languages, and nothing of who wrote it', async () => {
    const article = await shown({ title: '<b>粗</b>', text: '<script>alert(1)</script>\n第二段' })
    const chinese = await anyone.get(`/c/620423/columns/${article.id}`)
    expect(chinese.text).toContain('&lt;b&gt;粗&lt;/b&gt;')
    expect(chinese.text).not.toMatch(/<script/)
    expect(chinese.text).toMatch(/<html lang="zh-CN">[\s\S]*经验做法/)
    const english = await anyone.get(`/c/620423/columns/${article.id}?lang=en`)
    expect(english.text).toMatch(/<html lang="en">[\s\S]*Good practice[\s\S]*lang="zh-CN">第二段/)
    const json = await anyone.get(inPublic(`/${article.id}`))
    expect(Object.keys(json.body as object)).not.toContain('author')
    const list = await anyone.get('/c/620423/columns?kind=practice')
    expect(list.text).toContain(`/c/620423/columns/${article.id}`)
    expect((await anyone.get('/c/620423/columns?kind=exposure')).text).not.toContain(article.id)
    expect((await anyone.get('/c/620423/columns?kind=nonsense')).status).toBe(404)
  })

  test('of a marked photo is the blurred copy’s bytes, and of any other the photo without metadata', async () => {
    const face = await aPhoto(county, people.writer, aJpeg(101, 60, { exif: 'FACE' }))
    const plain = await aPhoto(county, people.writer, aJpeg(102, 60, { exif: 'GPS', comment: 'NAME' }))
    const draft = await drafted(county, people.writer, {
      photos: [{ photo: face, blur: true, caption: '村口' }, { photo: plain }],
    })
    const copy = aJpeg(51, 30, {}, '\x0a\x0b')
    const blurred = detail(await blurs(county, people.writer, draft, face, copy))
    const address = (photo: string) => `/c/620423/columns/${draft.id}/photos/${photo}`
    expect((await anyone.get(address(face))).status).toBe(404)
    const article = await published(county, blurred, people)

    const seen = await anyone.get(address(face))
    expect([seen.status, seen.bytes]).toEqual([200, copy])
    expect(seen.headers.get('content-security-policy')).toContain('sandbox')
    const bare = await anyone.get(address(plain))
    expect([bare.status, bare.text.includes('GPS'), bare.text.includes('NAME')]).toEqual([200, false, false])
    expect((await anyone.get(`/c/620423/photos/${face}`)).status).toBe(404)
    expect((await anyone.get(county.at(`/photos/${face}`))).status).toBe(401)
    const page = await anyone.get(`/c/620423/columns/${article.id}`)
    expect(page.text).toContain(`<img src="${address(face)}" width="51" height="30" alt="村口"`)
    expect(page.headers.get('content-security-policy')).toContain("img-src 'self'")

    detail(await people.reviewer.put(county.at(`/columns/${draft.id}/photos/${plain}/mark`), { blur: true }))
    expect((await anyone.get(address(plain))).status).toBe(404)
    expect((await anyone.get(`/c/620423/columns/${article.id}`)).text).not.toContain(address(plain))
  })

  test('of a photo marked in one article is bare in no other, nor in a bulletin', async () => {
    const photo = await aPhoto(county, county.office, aJpeg(105, 60))
    const writer = { writer: county.office, reviewer: people.reviewer }
    const first = await published(
      county,
      await drafted(county, county.office, { photos: [{ photo }] }),
      writer,
    )
    const days = { kind: 'special', from: inDays(0), to: inDays(0) }
    const bulletin = (await county.office.post(county.at('/bulletins'), days)).body as { id: string }
    const path = county.at(`/bulletins/${bulletin.id}`)
    const content = { type: 'doc', content: [{ type: 'picture', attrs: { photo, caption: '' } }] }
    await county.office.patch(path, { version: 1, visibility: 'public', content })
    expect((await county.office.put(`${path}/issue`, { version: 2 })).status).toBe(200)
    const there = [
      `/c/620423/columns/${first.id}/photos/${photo}`,
      `/c/620423/bulletins/${bulletin.id}/photos/${photo}`,
    ]
    for (const address of there) expect((await anyone.get(address)).status, address).toBe(200)

    const second = await drafted(county, county.office, { photos: [{ photo, blur: true }] })
    for (const address of there) expect((await anyone.get(address)).status, address).toBe(404)
    const copy = aJpeg(52, 30, {}, '\x0d')
    detail(await blurs(county, county.office, second, photo, copy))
    expect((await anyone.get(there[0] ?? '')).status).toBe(404)
    expect((await anyone.get(there[1] ?? '')).bytes).toEqual(copy)
  })

  test('comes a page at a time, the latest first', async () => {
    await shown({ title: '甲', kind: 'practice' })
    await shown({ title: '乙', kind: 'practice' })
    const all = await listed()
    const first = (await anyone.get(inPublic('?limit=1'))).body as {
      items: PublicColumn[]
      nextCursor: string
    }
    const next = (await anyone.get(inPublic(`?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`)))
      .body as { items: PublicColumn[] }
    expect([...first.items, ...next.items].map(({ id }) => id)).toEqual(all.slice(0, 2).map(({ id }) => id))
    expect(all[0]?.title).toBe('乙')
  })

  test('the site’s version changes with each change that shows', async () => {
    const version = async () => (await readSiteState(county.db)).version
    const before = await version()
    const article = await shown({ title: '新的' })
    const after = await version()
    expect(after).not.toBe(before)
    detail(await county.office.put(county.at(`/columns/${article.id}/withdrawal`), { reason: '撤' }))
    expect(await version()).not.toBe(after)
  })
})

describe('an exposure', () => {
  const exposed = async (issue: { id: string }, wanted: Partial<NewColumn> = {}): Promise<ColumnDetail> =>
    shown({ kind: 'exposure', issue: issue.id, title: '村口垃圾', ...wanted })

  async function rectified(issue: { id: string }) {
    return stepped(county, people.secretary, issue, { kind: 'rectified', note: '已清走' })
  }

  test('stands as rectified beside the after-photo once its issue is closed, and leaves after the days set', async () => {
    await opens(true, 2)
    const issue = await raised(county)
    const article = await exposed(issue)
    await rectified(issue)
    expect((await standing(article)).state).toBe('published')
    const after = await aPhoto(county, people.inspector, aJpeg(110, 60, { exif: 'WHERE' }))
    await stepped(county, people.inspector, issue, { kind: 'closed', note: '看过', photos: [after] })

    const done = await standing(article)
    expect(done).toMatchObject({ state: 'rectified', photos: [{ photo: after, role: 'after', blur: false }] })
    const end = Date.parse(done.endsAt ?? '')
    expect(end).toBe(Date.parse(done.at) + 2 * day)
    const due = await readDue(county.control, county.id)
    expect(due?.at).toBeLessThanOrEqual(end)
    const seen = await anyone.get(inPublic(`/${article.id}`))
    expect(seen.body).toMatchObject({ state: 'rectified', photos: [{ role: 'after' }] })
    const page = await anyone.get(`/c/620423/columns/${article.id}`)
    expect(page.text).toMatch(/已整改[\s\S]*整改后/)
    const picture = await anyone.get(`/c/620423/columns/${article.id}/photos/${after}`)
    expect([picture.status, picture.text.includes('WHERE')]).toEqual([200, false])

    const early = await officeContext(county, new Date(end - 1))
    expect(await keepColumns(early)).toBeLessThanOrEqual(end)
    expect((await standing(article)).state).toBe('rectified')
    await tick(env, county.id, new Date(end))
    expect((await standing(article)).state).toBe('expired')
    await tick(env, county.id, new Date(end + 1))
    const noted = (await county.db.find(audit)).filter(({ target }) => target === article.id)
    const verbs = noted.map(({ verb }) => verb).filter((verb) => /rectify|expire/.test(verb))
    expect(verbs.sort()).toEqual(['column.expire', 'column.rectify'])
    expect((await anyone.get(`/c/620423/columns/${article.id}`)).status).toBe(410)
  })

  test('an after-photo can be marked, and is then hidden until somebody has blurred it', async () => {
    const issue = await raised(county)
    const article = await exposed(issue)
    await rectified(issue)
    const after = await aPhoto(county, people.inspector, aJpeg(111, 60))
    await stepped(county, people.inspector, issue, { kind: 'closed', note: '看过', photos: [after] })
    const path = `/columns/${article.id}/photos/${after}`
    detail(await people.reviewer.put(county.at(`${path}/mark`), { blur: true }))
    expect((await anyone.get(`/c/620423${path}`)).status).toBe(404)
    const copy = aJpeg(55, 30, {}, '\x0c')
    detail(await blurs(county, people.reviewer, article, after, copy))
    expect((await anyone.get(`/c/620423${path}`)).bytes).toEqual(copy)
  })

  test('leaves at once where the issue proves unfounded or found again', async () => {
    const unfounded = await raised(county)
    const wrong = await exposed(unfounded)
    await stepped(county, county.office, unfounded, { kind: 'rejected', note: '查无此事' })
    expect(await standing(wrong)).toMatchObject({
      state: 'withdrawn',
      reason: 'issue_rejected',
      endsAt: null,
    })

    const issue = await raised(county)
    const article = await exposed(issue)
    await rectified(issue)
    await stepped(county, people.inspector, issue, { kind: 'closed', note: '看过' })
    expect((await standing(article)).state).toBe('rectified')
    await stepped(county, county.office, issue, { kind: 'reopened', note: '又堆起来' })
    expect(await standing(article)).toMatchObject({ state: 'withdrawn', reason: 'issue_reopened' })
  })

  test('is neither submitted nor published once its issue is closed', async () => {
    const issue = await raised(county)
    const draft = detail(
      await drafts(county, people.writer, anArticle(county, { kind: 'exposure', issue: issue.id })),
      201,
    )
    const path = county.at(`/columns/${draft.id}`)
    const { version } = detail(await people.writer.put(`${path}/submission`, { version: draft.version }))
    await rectified(issue)
    await stepped(county, people.inspector, issue, { kind: 'closed', note: '看过' })
    const late = await people.reviewer.put(`${path}/publication`, { version })
    expect([late.status, (late.body as { obstacles: string[] }).obstacles]).toEqual([409, ['issue_settled']])
    expect((await standing(draft)).state).toBe('in_review')
  })

  test('closing twice under one id follows once', async () => {
    const issue = await raised(county)
    const article = await exposed(issue)
    await rectified(issue)
    const id = crypto.randomUUID()
    const close = () => steps(county, people.inspector, issue, { kind: 'closed', note: '看过' }, id)
    expect([(await close()).status, (await close()).status]).toEqual([200, 200])
    const noted = (await county.db.find(audit)).filter(({ target }) => target === article.id)
    expect(noted.filter(({ verb }) => verb === 'column.rectify')).toHaveLength(1)
  })
})

test('the clock takes out what has stood to the end of its last day, once', async () => {
  const article = await shown({ title: '今天到期', expiresOn: inDays(0) })
  const end = Date.parse(article.endsAt ?? '')
  const due = await readDue(county.control, county.id)
  expect(due?.at).toBeLessThanOrEqual(end)
  await keepColumns(await officeContext(county, new Date(end - 1)))
  expect((await standing(article)).state).toBe('published')
  const both = [0, 0].map(async () => keepColumns(await officeContext(county, new Date(end))))
  await Promise.all(both)
  expect((await standing(article)).state).toBe('expired')
  const noted = (await county.db.find(audit)).filter(({ target }) => target === article.id)
  expect(noted.filter(({ verb }) => verb === 'column.expire')).toHaveLength(1)
})

test('a county on trial shows nothing', async () => {
  const trial = await aCounty('620423')
  const path = trial.at('/settings/columns')
  expect((await trial.office.put(path, { public: true, rectifiedDays: 7 })).status).toBe(200)
  const second = await trial.member('county_leader')
  const article = await published(trial, await drafted(trial, trial.office), {
    ...{ writer: trial.office, reviewer: second },
  })
  for (const page of [`/c/${trial.id}/columns`, `/public/counties/${trial.id}/columns/${article.id}`])
    expect((await anyone.get(page)).status, page).toBe(404)
})
