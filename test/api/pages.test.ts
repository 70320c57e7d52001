import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { publicBoard } from '../../worker/data/public-pages.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedBoard } from '../support/published-board.ts'

let jingtai: TestCounty
let board: string
const reader = new Client()

beforeAll(async () => {
  jingtai = await aCounty('620423')
  board = (await aPublishedBoard(jingtai, { visibility: 'public' })).board
})

test('anyone opens the county, its board and a village, without signing in', async () => {
  const county = await reader.get('/c/620423')
  expect(county.status).toBe(200)
  expect(county.text).toContain('<html lang="zh-CN">')
  expect(county.text).toContain(`href="/c/620423/boards/${board}"`)
  const whole = await reader.get(`/c/620423/boards/${board}`)
  expect(whole.text).toContain('三色榜')
  expect(whole.text).toContain('第 7 期')
  expect(whole.text.match(/<tr class="(green|yellow|red)">/g)).toHaveLength(150)
  const village = jingtai.villagesOf(jingtai.townships[0]?.id ?? '')[0]
  const one = await reader.get(`/c/620423/villages/${village?.id}`)
  expect(one.status).toBe(200)
})

test('a colour is never alone: bar, icon and word, with streak, movement and the borderline link', async () => {
  const { text } = await reader.get(`/c/620423/boards/${board}`)
  const [firstRow = ''] = text.match(/<tr class="green">.*?<\/tr>/) ?? []
  expect(firstRow).toContain('<i aria-hidden="true">✓</i>')
  expect(firstRow).toContain('<b>绿</b>')
  expect(firstRow).toContain('连绿 3 期')
  expect(firstRow).toContain('aria-label="上升 2 名">▲2<')
  expect(text).toContain('<a class="edge" href="#borderline"')
  expect(text).toContain('<li id="borderline">')
})

test('the whole board is one request of at most 30 KB compressed', async () => {
  const { text } = await reader.get(`/c/620423/boards/${board}`)
  expect(gzipSync(text).byteLength).toBeLessThan(30_000)
  expect(text).not.toMatch(/<script|<link rel="stylesheet"|@import|url\(|src=/)
})

test('the township filter is a link and shows only that township', async () => {
  const [township] = jingtai.townships
  const whole = await reader.get(`/c/620423/boards/${board}`)
  expect(whole.text).toContain(`href="/c/620423/boards/${board}?township=${township?.id}"`)
  const { text } = await reader.get(`/c/620423/boards/${board}?township=${township?.id}`)
  const rows = text.match(/<tr class="(green|yellow|red)">.*?<\/tr>/g) ?? []
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.every((row) => row.includes(`<td>${township?.name}</td>`))).toBe(true)
  expect((await reader.get(`/c/620423/boards/${board}?township=nowhere`)).status).toBe(404)
})

test('a village without a rank is listed with the reason', async () => {
  const { text } = await reader.get(`/c/620423/boards/${board}`)
  expect(text).toContain('没有名次的村')
  expect(text).toContain('有报送的来源太少')
})

test('the page says which version it is, and links the same standings as data', async () => {
  const { text } = await reader.get(`/c/620423/boards/${board}`)
  expect(text).toContain('2026年3月6日 公布')
  expect(text).toContain('<code title="abcdef0123')
  expect(text).toContain(`href="/api/v1/public/counties/620423/boards/${board}/latest"`)
})

test('English is complete and its links stay English', async () => {
  const { text, headers } = await reader.get(`/c/620423/boards/${board}?lang=en`)
  expect(headers.get('content-language')).toBe('en')
  expect(text).toContain('<html lang="en">')
  expect(text).toContain('Round 7')
  expect(text).toContain(`<a href="/c/620423?lang=en">`)
  expect(text).toContain('hrefLang="zh-CN"')
  const interfaceText = text.replaceAll(/<tbody>.*?<\/tbody>|<nav class="filter".*?<\/nav>|<[^>]*>/g, '')
  expect(interfaceText.replaceAll(/中文|景泰县|三色榜/g, '')).not.toMatch(/\p{Script=Han}/u)
})

test('the language also comes from the browser, and never from a cookie, so that one kept page serves all', async () => {
  const english = new Client()
  english.language = 'en-GB,en;q=0.9'
  english.setCookie('lang', 'zh')
  const { text, headers } = await english.get('/c/620423')
  expect(text).toContain('<html lang="en">')
  expect(headers.get('vary')).toBe('Accept-Language')
})

test('the navigation leads to what this county shows, and marks where the reader is', async () => {
  const { text } = await reader.get(`/c/620423/boards/${board}`)
  const [navigation = ''] = text.match(/<nav class="site".*?<\/nav>/) ?? []
  const parts = [...navigation.matchAll(/href="([^"]+)"( aria-current="true")?>([^<]+)</g)]
  expect(parts.map(([, href, here, name]) => [name, href, here !== undefined])).toEqual([
    ['排名', '/c/620423', true],
    ['往期', '/c/620423/archive', false],
    ['规则说明', '/c/620423/about', false],
  ])
})

test('a page is cacheable, and unchanged it is not sent again', async () => {
  const first = await reader.get(`/c/620423/boards/${board}`)
  expect(first.headers.get('cache-control')).toContain('stale-while-revalidate')
  const etag = first.headers.get('etag') ?? ''
  const again = await reader.get(`/c/620423/boards/${board}`, { 'if-none-match': `W/${etag}` })
  expect(again.status).toBe(304)
  expect(again.text).toBe('')
  const english = await reader.get(`/c/620423/boards/${board}?lang=en`, { 'if-none-match': etag })
  expect(english.status).toBe(200)
})

test('the policy of the page allows its one style by hash and no script', async () => {
  const { headers, text } = await reader.get('/c/620423')
  const [, css = ''] = /<style>(.*?)<\/style>/.exec(text) ?? []
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css))
  const policy = headers.get('content-security-policy')
  expect(policy).toContain(`style-src 'sha256-${Buffer.from(hash).toString('base64')}'`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-inline')
  expect(text).not.toMatch(/ style="| on\w+="/)
})

test('text from the county shows as text', async () => {
  const { board: odd } = await aPublishedBoard(jingtai, {
    visibility: 'public',
    name: '<img src=x onerror=alert(1)>',
  })
  const { text } = await reader.get(`/c/620423/boards/${odd}`)
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(text).not.toContain('<img')
})

test('under its id the county answers too, and names its code as the one address', async () => {
  const { text } = await reader.get(`/c/${jingtai.id}/boards/${board}`)
  expect(text).toContain(`<link rel="canonical" href="http://localhost/c/620423/boards/${board}"/>`)
  expect(text).toContain(`hrefLang="en" href="http://localhost/c/620423/boards/${board}?lang=en"`)
})

test('a board costs one row beside the tenant’s own', async () => {
  const before = jingtai.db.cost.rowsRead
  expect((await publicBoard(jingtai.db, board))?.board).toBe(board)
  expect(jingtai.db.cost.rowsRead - before).toBe(1)
})
