import { beforeAll, describe, expect, test } from 'vitest'
import type { ColumnArticle, ColumnDetail, NewColumn } from '../../schema/api/columns.ts'
import { audit } from '../../schema/tables/county.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Client } from '../support/client.ts'
import { anArticle, blurs, detail, drafted, drafts, inDays, published } from '../support/columns.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { raised, withCatalogue } from '../support/issues.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let [here, there, village] = ['', '', '']
let people: { reporter: Client; leader: Client; neighbour: Client; secretary: Client; second: Client }
beforeAll(async () => {
  county = await aCounty()
  here = county.townships[0]?.id ?? ''
  there = county.townships[1]?.id ?? ''
  village = county.villagesOf(here)[0]?.id ?? ''
  await withCatalogue(county)
  people = {
    reporter: await county.member('township_reporter', here),
    leader: await county.member('county_leader'),
    neighbour: await county.member('township_reporter', there),
    secretary: await county.member('village_secretary', village),
    second: await county.member('county_admin'),
  }
})

const at = (article: { id: string }, more = '') => county.at(`/columns/${article.id}${more}`)
const read = (article: { id: string }, by: Client) => by.get(at(article))
const submits = (by: Client, { id, version }: ColumnDetail) => by.put(at({ id }, '/submission'), { version })
const publishes = (by: Client, { id, version }: ColumnDetail, more = {}) =>
  by.put(at({ id }, '/publication'), { version, ...more })
const list = async (by: Client, query = '') =>
  ((await by.get(county.at(`/columns?${query}`))).body as { items: ColumnArticle[] }).items.map(
    ({ id }) => id,
  )

describe('drafting', () => {
  test('happens once under its id; the same again gives the draft, another text is refused', async () => {
    const id = newId()
    const wanted = anArticle(county)
    expect(detail(await drafts(county, people.reporter, wanted, id), 201)).toMatchObject({
      ...{
        id,
        state: 'draft',
        version: 1,
        own: true,
        township: here,
        obstacles: [],
        names: [],
        reason: null,
      },
    })
    expect((await drafts(county, people.reporter, wanted, id)).status).toBe(200)
    expect((await drafts(county, people.reporter, { ...wanted, title: '别的' }, id)).status).toBe(409)
    expect((await drafts(county, county.office, wanted, id)).status).toBe(409)
    const noted = await county.db.find(audit)
    expect(noted.filter(({ verb, target }) => verb === 'column.add' && target === id)).toHaveLength(1)
    expect(JSON.stringify(noted)).not.toContain('积分超市')
  })

  test('is of one’s own place, and of a place at all', async () => {
    const refusals: [Client, Partial<NewColumn>, number, string?][] = [
      [people.neighbour, {}, 403],
      [people.secretary, {}, 403],
      [people.leader, {}, 403],
      [people.reporter, { area: county.areas.find(({ level }) => level === 'county')?.id ?? '' }, 403],
      [people.reporter, { area: 'nowhere' }, 422, 'area'],
      [people.reporter, { kind: 'exposure' }, 422, 'issue'],
      [people.reporter, { kind: 'exposure', issue: 'none' }, 422, 'issue'],
      [people.reporter, { expiresOn: inDays(400) }, 422, 'expiresOn'],
      [people.reporter, { photos: [{ photo: 'none' }] }, 422, 'photos.0'],
    ]
    for (const [by, wanted, status, path] of refusals) {
      const answer = await drafts(county, by, anArticle(county, wanted))
      expect(answer.status, answer.text).toBe(status)
      if (path !== undefined) expect(answer.body).toMatchObject({ errors: [{ path }] })
    }
  })

  test('an exposure is of the issue’s own place, and of an issue its writer may see', async () => {
    const issue = await raised(county, { area: village })
    const elsewhere = await raised(county, { area: county.villagesOf(there)[0]?.id ?? '' })
    const expose = (by: Client, wanted: Partial<NewColumn>) =>
      drafts(county, by, anArticle(county, { kind: 'exposure', ...wanted }))
    expect((await expose(people.reporter, { issue: issue.id })).status).toBe(201)
    expect((await expose(people.reporter, { issue: issue.id, area: here })).status).toBe(201)
    expect((await expose(people.reporter, { issue: elsewhere.id })).body).toMatchObject({
      errors: [{ path: 'issue' }],
    })
    expect((await expose(county.office, { issue: elsewhere.id })).body).toMatchObject({
      errors: [{ path: 'area' }],
    })
  })

  test('a draft can be laid aside and taken up again; nobody else sees either', async () => {
    const draft = await drafted(county, people.reporter)
    for (const by of [people.neighbour, people.secretary]) expect((await read(draft, by)).status).toBe(404)
    expect((await read(draft, people.leader)).status).toBe(200)
    expect(detail(await people.reporter.put(at(draft, '/discard'))).state).toBe('discarded')
    expect(detail(await people.reporter.put(at(draft, '/discard'))).version).toBe(2)
    expect(await list(people.reporter, 'state=draft')).not.toContain(draft.id)
    expect(detail(await people.reporter.delete(at(draft, '/discard'))).state).toBe('draft')
    expect(await list(people.reporter, 'state=draft')).toContain(draft.id)
    expect(await list(people.neighbour, 'state=draft')).toEqual([])
    expect((await people.secretary.get(county.at('/columns?state=draft'))).status).toBe(403)
  })
})

describe('the review', () => {
  test('is somebody else’s: neither the author nor who touched it publishes', async () => {
    const draft = await drafted(county, county.office)
    const handedIn = detail(await submits(county.office, draft))
    expect(handedIn.state).toBe('in_review')
    expect((await publishes(people.reporter, handedIn)).status).toBe(403)
    expect((await publishes(county.office, handedIn)).body).toMatchObject({
      type: expect.stringContaining('own-review'),
    })
    const touched = detail(
      await people.second.patch(at(draft), { version: handedIn.version, title: '改过的题目' }),
    )
    expect(touched).toMatchObject({ state: 'draft', title: '改过的题目', own: true })
    const again = detail(await submits(county.office, touched))
    expect((await publishes(people.second, again)).status).toBe(409)
    const done = detail(await publishes(people.leader, again))
    expect(done).toMatchObject({ state: 'published', own: false, endsAt: expect.stringMatching(/T16:00:00/) })
    expect((await publishes(people.leader, again)).status).toBe(409)
    expect(detail(await read(draft, people.secretary))).toMatchObject({
      title: '改过的题目',
      issue: null,
      names: [],
    })
    expect(await list(people.secretary)).toContain(draft.id)
  })

  test('publishes what was read: a change meanwhile stands in the way', async () => {
    const draft = await drafted(county, people.reporter)
    const read1 = detail(await submits(people.reporter, draft))
    detail(await people.reporter.patch(at(draft), { version: read1.version, text: '换了一段话' }))
    const late = await publishes(people.leader, read1)
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ state: 'draft', version: read1.version + 1 })
    expect((await people.reporter.patch(at(draft), { version: 1, text: '旧' })).status).toBe(409)
  })

  test('returns with a reason, which the writer reads and a new submission clears', async () => {
    const draft = await drafted(county, people.reporter)
    const handedIn = detail(await submits(people.reporter, draft))
    const { version } = handedIn
    expect((await people.reporter.put(at(draft, '/return'), { version, reason: '不' })).status).toBe(403)
    const back = detail(await people.leader.put(at(draft, '/return'), { version, reason: '写具体些' }))
    expect(back).toMatchObject({ state: 'draft', reason: '写具体些' })
    const again = detail(await submits(people.reporter, back))
    expect(again.reason).toBeNull()
    expect(detail(await people.reporter.delete(at(draft, '/submission'))).state).toBe('draft')
  })

  test('warns of known names, and lets the reviewer decide', async () => {
    const post = { area: village, post: 'village_head', holder: '钱多多', startsOn: '2026-01-01' }
    expect((await county.office.post(county.at('/posts'), post)).status).toBe(201)
    const draft = await drafted(county, people.reporter, { text: '村主任钱 多多带头清运。' })
    expect(draft.names).toEqual(['钱多多'])
    const handedIn = detail(await submits(people.reporter, draft))
    const warned = await publishes(people.leader, handedIn)
    expect(warned.status).toBe(409)
    expect(warned.body).toMatchObject({ names: ['钱多多'], detail: expect.stringContaining('钱多多') })
    const done = detail(await publishes(people.leader, handedIn, { despiteNames: true }))
    expect(done.state).toBe('published')
    expect(detail(await read(draft, people.secretary)).names).toEqual([])
    expect(JSON.stringify(await county.db.find(audit))).not.toContain('钱多多')
  })

  test('waits for what is missing: a last day to come, an open issue', async () => {
    const over = await drafted(county, people.reporter, { expiresOn: inDays(-1) })
    expect((await submits(people.reporter, over)).body).toMatchObject({ obstacles: ['past'] })
  })

  test('withdrawing takes a reason and is done once', async () => {
    const shown = await published(county, await drafted(county, people.reporter), {
      ...{ writer: people.reporter, reviewer: people.leader },
    })
    expect((await people.neighbour.put(at(shown, '/withdrawal'), { reason: '越权' })).status).toBe(403)
    const gone = detail(await county.office.put(at(shown, '/withdrawal'), { reason: '情况有变' }))
    expect(gone).toMatchObject({ state: 'withdrawn', reason: '情况有变', endsAt: null })
    expect(detail(await county.office.put(at(shown, '/withdrawal'), { reason: '情况有变' })).version).toBe(
      gone.version,
    )
    expect((await read(shown, people.secretary)).status).toBe(404)
    expect(await list(people.reporter, 'state=withdrawn')).toContain(shown.id)
  })
})

describe('photos', () => {
  test('keep their blurred copies while they stay, and only the copy is ever shown', async () => {
    const [face, plain] = [
      await aPhoto(county, people.reporter, aJpeg(90, 60, { comment: 'FACE' })),
      await aPhoto(county, people.reporter, aJpeg(91, 60, { exif: 'WHERE' })),
    ]
    const photos = [{ photo: face, blur: true, caption: '村口' }, { photo: plain }]
    const draft = await drafted(county, people.reporter, { photos })
    expect(draft.obstacles).toEqual(['unblurred'])
    expect(draft.photos.map(({ url }) => url === null)).toEqual([true, false])
    expect((await submits(people.reporter, draft)).body).toMatchObject({ obstacles: ['unblurred'] })
    expect((await people.reporter.get(at(draft, `/photos/${face}`))).status).toBe(404)
    const bare = await people.reporter.get(at(draft, `/photos/${plain}`))
    expect([bare.status, bare.text.includes('WHERE')]).toEqual([200, false])

    const copy = aJpeg(45, 30, { comment: 'SECRET' }, '\x07\x08')
    expect((await blurs(county, people.neighbour, draft, face, copy)).status).toBe(404)
    expect((await blurs(county, people.leader, draft, face, copy)).status).toBe(403)
    const blurred = detail(await blurs(county, people.reporter, draft, face, copy))
    expect(blurred.photos[0]).toMatchObject({ blurred: true, width: 45, height: 30, mime: 'image/jpeg' })
    expect(detail(await blurs(county, people.reporter, draft, face, copy)).version).toBe(blurred.version)
    const swapped = { version: blurred.version, photos: [{ photo: plain }, { photo: face, blur: true }] }
    const kept = detail(await people.reporter.patch(at(draft), swapped))
    expect(kept.photos.map(({ photo, blurred: done }) => [photo, done])).toEqual([
      [plain, false],
      [face, true],
    ])

    const done = await published(county, kept, { writer: people.reporter, reviewer: people.leader })
    const seen = await people.secretary.get(at(done, `/photos/${face}`))
    expect(seen.bytes).toEqual(aJpeg(45, 30, {}, '\x07\x08'))
    expect((await people.secretary.get(county.at(`/photos/${face}`))).status).toBe(404)
    const etag = seen.headers.get('etag') ?? ''
    expect((await people.secretary.get(at(done, `/photos/${face}`), { 'if-none-match': etag })).status).toBe(
      304,
    )
    expect(
      detail(await read(done, people.secretary)).photos.every(({ originalUrl }) => originalUrl === null),
    ).toBe(true)
  })

  test('a reviewer’s mark holds up the publication until the writer has blurred', async () => {
    const photo = await aPhoto(county, people.reporter, aJpeg(92, 60))
    const draft = await drafted(county, people.reporter, { photos: [{ photo }] })
    const handedIn = detail(await submits(people.reporter, draft))
    const marked = detail(await people.leader.put(at(draft, `/photos/${photo}/mark`), { blur: true }))
    expect(marked).toMatchObject({ state: 'in_review', obstacles: ['unblurred'], own: false })
    expect((await publishes(people.leader, handedIn)).status).toBe(409)
    expect((await publishes(people.leader, marked)).body).toMatchObject({ obstacles: ['unblurred'] })
    const blurred = detail(await blurs(county, people.reporter, draft, photo, aJpeg(46, 30)))
    expect(blurred.state).toBe('draft')
    const again = detail(await submits(people.reporter, blurred))
    expect(detail(await publishes(people.leader, again)).state).toBe('published')
  })

  test('marked after publication is hidden at once, until there is a copy; a copy is then not replaced', async () => {
    const photo = await aPhoto(county, people.reporter, aJpeg(93, 60))
    const shown = await published(county, await drafted(county, people.reporter, { photos: [{ photo }] }), {
      ...{ writer: people.reporter, reviewer: people.leader },
    })
    const mark = (blur: boolean) => people.leader.put(at(shown, `/photos/${photo}/mark`), { blur })
    expect((await blurs(county, people.leader, shown, photo, aJpeg(47, 30))).status).toBe(409)
    detail(await mark(true))
    expect(detail(await read(shown, people.secretary)).photos).toEqual([])
    expect((await mark(false)).status).toBe(409)
    expect((await blurs(county, people.reporter, shown, photo, aJpeg(47, 30))).status).toBe(403)
    const copied = detail(await blurs(county, people.leader, shown, photo, aJpeg(47, 30)))
    expect(copied.state).toBe('published')
    expect((await blurs(county, people.leader, shown, photo, aJpeg(48, 30))).status).toBe(409)
    expect(detail(await read(shown, people.secretary)).photos).toHaveLength(1)
  })

  test('must be JPEGs of a photo that the article shows', async () => {
    const photo = await aPhoto(county, people.reporter, aJpeg(94, 60))
    const draft = await drafted(county, people.reporter, { photos: [{ photo }] })
    expect((await blurs(county, people.reporter, draft, 'none', aJpeg(49, 30))).status).toBe(404)
    expect((await blurs(county, people.reporter, draft, photo, aJpeg(3000, 30))).status).toBe(422)
    const dropped = detail(await people.reporter.patch(at(draft), { version: draft.version, photos: [] }))
    expect(dropped.photos).toEqual([])
    expect((await people.reporter.get(at(draft, `/photos/${photo}`))).status).toBe(404)
  })
})

test('the county’s rule is its office’s, private unless it says otherwise', async () => {
  const path = county.at('/settings/columns')
  expect((await people.secretary.get(path)).body).toEqual({ public: false, rectifiedDays: 7 })
  expect((await people.leader.put(path, { public: true, rectifiedDays: 3 })).status).toBe(403)
  expect((await county.office.put(path, { public: false, rectifiedDays: 3 })).status).toBe(200)
  expect((await county.office.put(path, { public: false, rectifiedDays: 0 })).status).toBe(422)
  expect((await people.secretary.get(path)).body).toEqual({ public: false, rectifiedDays: 3 })
})
