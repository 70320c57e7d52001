import { beforeAll, expect, test } from 'vitest'
import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import type { Delivery } from '../../schema/api/webhooks.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let county: TestCounty
let site: string
const anybody = new Client()
const nasty = '<script>alert(1)</script>&"'

// One for all: of several with one code the first alone is approved. No story depends on another's bulletins.
beforeAll(async () => {
  county = await aCounty('620423', 3)
  site = `/c/${county.id}`
})

const body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、情况' }] },
    { type: 'paragraph', content: [{ type: 'text', text: nasty, marks: [{ type: 'bold' }] }] },
    { type: 'data', attrs: { id: 'd', kind: 'issue_figures' } },
  ],
}

async function issued(visibility: 'public' | 'members', title = '关于情况的通报'): Promise<string> {
  const { office, at } = county
  const days = { from: '2026-03-02', to: '2026-03-08' }
  const { id } = (await office.post(at('/bulletins'), { kind: 'special', ...days })).body as BulletinDetail
  const change = { version: 1, title, visibility, number: '第3期', content: body }
  expect((await office.patch(at(`/bulletins/${id}`), change)).status).toBe(200)
  const answer = await office.put(at(`/bulletins/${id}/issue`), { version: 2 })
  expect(answer.status, answer.text).toBe(200)
  return id
}

test('everybody reads what was issued for everybody, in Chinese within the words of either language', async () => {
  const id = await issued('public')
  const page = await anybody.get(`${site}/bulletins/${id}?lang=en`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('lang="en"')
  expect(page.text).toMatch(/<h1 lang="zh-CN">关于情况的通报<\/h1>/)
  expect(page.text).toContain('Issued on')
  expect(page.text).toContain('<h2>一、情况</h2>')
  expect(page.text).toContain('<strong>&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;</strong>')
  expect(page.text).not.toContain('<script')
  expect(page.text).toContain(`type="application/atom+xml"`)
  const again = await anybody.get(`${site}/bulletins/${id}?lang=en`, {
    'if-none-match': page.headers.get('etag') ?? '',
  })
  expect(again.status).toBe(304)
  const list = await anybody.get(`${site}/bulletins`)
  expect(list.text).toContain(`/bulletins/${id}`)
})

test('what is for members, a draft and what never was are one and the same 404', async () => {
  await issued('public')
  const inside = await issued('members', '内部')
  const pages = await Promise.all([inside, 'nothing'].map((id) => anybody.get(`${site}/bulletins/${id}`)))
  expect(pages.map(({ status }) => status)).toEqual([404, 404])
  expect(pages[0]?.text).not.toContain('内部')
  const lists = await Promise.all(
    ['bulletins', 'feed.atom', 'feed.json'].map((of) => anybody.get(`${site}/${of}`)),
  )
  for (const { status, text } of lists) {
    expect(status).toBe(200)
    expect(text).not.toContain('内部')
  }
})

test('a withdrawn bulletin’s old address says why, and it leaves the list and the feeds', async () => {
  const id = await issued('public')
  const reason = `数字有误 ${nasty}`
  const { status } = await county.office.put(county.at(`/bulletins/${id}/withdrawal`), { reason })
  expect(status).toBe(200)
  const gone = await anybody.get(`${site}/bulletins/${id}`)
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('数字有误 &lt;script&gt;')
  expect(gone.text).not.toContain('关于情况的通报')
  for (const of of ['bulletins', 'feed.rss']) {
    expect((await anybody.get(`${site}/${of}`)).text).not.toContain(id)
  }
})

test('feeds name absolute addresses and are read again only when something changed', async () => {
  const id = await issued('public', `甲 ${nasty}`)
  const feed = await anybody.get(`${site}/feed.rss`)
  expect(feed.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  expect(feed.text).toContain(`<link>http://localhost/c/${county.code}/bulletins/${id}</link>`)
  expect(feed.text).toContain('甲 &lt;script&gt;')
  const known = { 'if-none-match': `W/${feed.headers.get('etag')}` }
  expect((await anybody.get(`${site}/feed.rss`, known)).status).toBe(304)
  const since = { 'if-modified-since': feed.headers.get('last-modified') ?? '' }
  expect((await anybody.get(`${site}/feed.rss`, since)).status).toBe(304)
  await issued('public', '又一份')
  const changed = await anybody.get(`${site}/feed.rss`, known)
  expect(changed.status).toBe(200)
  expect(changed.text).toContain('又一份')
  const json = await anybody.get(`${site}/feed.json`)
  expect((json.body as { items: { url: string }[] }).items.map(({ url }) => url)).toContain(
    `http://localhost/c/${county.code}/bulletins/${id}`,
  )
})

test('a county that shows nothing, or does not exist, has no feeds and no list', async () => {
  const { code } = await aCounty('410822', 1)
  for (const path of [`/c/${code}/feed.atom`, `/c/${code}/bulletins`, '/c/999999/feed.rss']) {
    expect((await anybody.get(path)).status, path).toBe(404)
  }
})

test('issuing and withdrawing tell each webhook once, and what is for members stays inside', async () => {
  const { office, at } = county
  const hook = { name: '平台', url: 'https://hooks.gov.cn/in', format: 'json' }
  const events = ['bulletin.issued', 'bulletin.withdrawn']
  expect((await office.post(at('/webhooks'), { ...hook, events })).status).toBe(201)
  const id = await issued('members')
  expect((await office.put(at(`/bulletins/${id}/issue`), { version: 3 })).status).toBe(409)
  for (const reason of ['有误', '再撤']) await office.put(at(`/bulletins/${id}/withdrawal`), { reason })
  const { items } = (await office.get(at('/deliveries'))).body as { items: Delivery[] }
  expect(items.map(({ event, subject }) => [event, subject])).toEqual([
    ['bulletin.withdrawn', id],
    ['bulletin.issued', id],
  ])
})
