import readQr from 'jsqr'
import { beforeAll, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedBoard } from '../support/published-board.ts'

let county: TestCounty
let board: string
const reader = new Client()
const hostile = '</title><script>alert(1)</script><img src=x onerror=alert(2)>“‘&amp;'

beforeAll(async () => {
  county = await aCounty('620423')
  board = (await aPublishedBoard(county, { visibility: 'public', name: hostile })).board
})

const pages = () => {
  const village = county.areas.find(({ level }) => level === 'village')?.id
  const site = '/c/620423'
  return [
    site,
    `${site}/boards/${board}`,
    `${site}/villages/${village}`,
    `${site}/about`,
    `${site}/archive`,
    `${site}/privacy`,
  ]
}

/** What a text browser reads: the body without style and drawings, tags as line breaks. */
function asText(html: string): string[] {
  const body = html.slice(html.indexOf('<body'))
  return body
    .replaceAll(/<(style|svg)[\s>].*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

test('what a county writes is text on every page, in the head too', async () => {
  for (const path of pages()) {
    const { status, text } = await reader.get(path)
    expect(status, path).toBe(200)
    expect(text, path).not.toMatch(/<script|<img|onerror=alert\(2\)>[^&]/)
    expect(text.match(/<title>/g), path).toHaveLength(1)
    expect(text, path).toMatch(/<meta property="og:description" content="[^"<>]*"\/>/)
  }
  expect((await reader.get(`/c/620423/boards/${board}`)).text).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  )
})

test('without style and pictures the order makes sense: where am I, what is it, the standings, how to read them', async () => {
  const { text } = await reader.get(`/c/620423/boards/${board}`)
  const lines = asText(text)
  const order = ['跳到正文', '景泰县', '排名', '第 7 期', '名次', '99.5', '没有名次的村', '怎么看颜色']
  const places = order.map((said) => lines.findIndex((line) => line.startsWith(said)))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places.every((place) => place >= 0)).toBe(true)
  for (const path of pages()) {
    const { text: page } = await reader.get(path)
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1)
    expect(
      levels.every((level, i) => i === 0 || level - (levels[i - 1] ?? 0) <= 1),
      path,
    ).toBe(true)
    for (const [table] of page.matchAll(/<table.*?<\/table>/gs)) expect(table).toMatch(/<caption>[^<]/)
  }
})

test('each page carries its own address as a QR code, level Q', async () => {
  const { text } = await reader.get('/c/620423/about?lang=en')
  const [, address = ''] = /<span class="sha">([^<]+)<\/span>/.exec(text) ?? []
  expect(address).toBe('http://localhost/c/620423/about?lang=en')
  const [, size = '', path = ''] =
    /<section id="qr".*?viewBox="0 0 (\d+) \d+".*?<path d="([^"]+)"/s.exec(text) ?? []
  expect(readCode(path, Number(size))).toBe(address)
})

/** What a phone reads of a code drawn as runs of dark modules, four pixels each. */
function readCode(path: string, size: number): string | undefined {
  const side = size * 4
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row++) {
      const at = (row * side + Number(x) * 4) * 4
      pixels.fill(0, at, at + Number(run) * 16)
    }
  }
  // Dark and yet opaque.
  for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255
  return readQr(pixels, side, side)?.data
}

test('every page names itself for chats, crawlers and the other language', async () => {
  for (const path of pages()) {
    const { text } = await reader.get(path)
    expect(text).toContain(`<link rel="canonical" href="http://localhost${path}"/>`)
    expect(text).toContain(`hrefLang="en" href="http://localhost${path}?lang=en"`)
    expect(text).toContain(`<meta property="og:url" content="http://localhost${path}"/>`)
    expect(text).toMatch(/<meta name="description" content="[^"]+"\/>/)
    for (const tag of ['type', 'title', 'locale', 'site_name']) expect(text).toContain(`property="og:${tag}"`)
  }
})

test('the sitemap names every page once, and each of them is there', async () => {
  const { status, text, headers } = await reader.get('/c/620423/sitemap.xml')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const places = [...text.matchAll(/<loc>http:\/\/localhost([^<]+)<\/loc>/g)].map(([, path]) => path ?? '')
  expect(new Set(places).size).toBe(places.length)
  expect(places).toHaveLength(1 + 2 + 2 + 151)
  // The board was put in place without a round, which its archive would list.
  for (const path of places.filter((path) => !path.endsWith('/rounds')).slice(0, 8)) {
    expect((await reader.get(path)).status, path).toBe(200)
  }
  expect((await reader.get('/c/999999/sitemap.xml')).status).toBe(404)
})

test('odd addresses are the page that says so, never an error', async () => {
  const odd = ['%', '%FF', '%00', '%E4%B8%AD', '..%2f..', '%22%27--', 'x'.repeat(2000), '%u4e2d', '<b>']
  const paths = odd.flatMap((name) => [
    ...[`/c/${name}`, `/c/620423/${name}`, `/c/620423/boards/${name}`, `/c/620423/boards/${name}/rounds`],
    ...[`/c/620423/boards/${board}/rounds/${name}`, `/c/620423/villages/${name}`],
    `/c/620423/boards/${board}?township=${name}`,
  ])
  for (const path of paths) {
    const { status, text } = await reader.get(path)
    expect(status, path).toBe(404)
    expect(text, path).toContain('<h1>找不到这一页</h1>')
  }
  const { text } = await reader.get('/c/000000?lang=en')
  expect(text).toContain('<html lang="en">')
  expect(text).toContain('<h1>There is no such page</h1>')
  const unread = await reader.get(`/c/620423/boards/${board}?x=%FF&lang=klingon&y[]=<script>`)
  expect(unread.status).toBe(200)
  expect(unread.text).not.toContain('klingon')
})
