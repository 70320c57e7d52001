import type { Browser, BrowserContext, Page } from 'playwright-core'
import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { launchBrowser } from '../../support/browser.ts'
import { aFullBoard } from '../../support/full-board.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { benchOffice, type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'
import { type Keystrokes, scrollThrough, typeAndWatch } from './watch.ts'

const signIns = 5

/** What the office of a county of 1,526 villages feels: signing in, searching and scrolling standings, typing a report. */
export async function benchConsole(): Promise<BenchRow[]> {
  return withHostedCounty('310115', async (county) => {
    const rounds = await twoWeeks(county)
    const browser = await launchBrowser()
    try {
      return [...(await benchSignIn(browser, county)), ...(await benchTables(browser, county, rounds))]
    } finally {
      await browser.close()
    }
  })
}

type Rounds = { published: string; open: string; villages: number }

/** Two weeks published, so that movements and lines have a past, and a third one open with every report in. */
async function twoWeeks({ context }: HostedCounty): Promise<Rounds> {
  const board = await aFullBoard(await context())
  let published = ''
  for (let week = 0; week < 2; week++) {
    published = (await board.week(await context(), week)).id
    await closeRound(await context(), published)
    await publish(await context(), published, {})
  }
  const open = await board.week(await context(), 2)
  return { published, open: open.id, villages: board.villages }
}

/**
 * From the click on "sign in" to a cockpit that can be read and used, each time in a browser that has never been here:
 * the sign-in page has fetched the console while name and password were typed. Network as in Lighthouse's desktop
 * profile: 40 ms there and back, 10 Mbit/s, the processor as it is.
 */
async function benchSignIn(browser: Browser, { host }: HostedCounty): Promise<BenchRow[]> {
  const times: number[] = []
  for (let run = 0; run < signIns; run++) {
    const { context, page } = await aVisitor(browser, host.url)
    const network = await context.newCDPSession(page)
    const throughput = (10 * 1024 * 1024) / 8
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 40, downloadThroughput: throughput, uploadThroughput: throughput },
    })
    times.push(await signIn(page))
    await context.close()
  }
  return [{ name: 'sign-in to usable cockpit, 10 Mbit/s and 40 ms', value: median(times), unit: 'ms' }]
}

async function benchTables(
  browser: Browser,
  { host, id }: HostedCounty,
  { published, open, villages }: Rounds,
): Promise<BenchRow[]> {
  const { context, page } = await aVisitor(browser, host.url)
  await signIn(page)
  const console = `/console/${id}/rounds`
  await page.goto(`${console}/${published}?tab=standings`)
  const table = page.getByRole('table', { name: '名次', exact: true })
  await table.waitFor()
  const search = page.getByLabel('找村')
  // The dictionary of pinyin arrives with the first letter, which is no part of the measurement.
  await search.pressSequentially('x')
  await page.waitForLoadState('networkidle')
  await search.fill('')
  const filter = await typeAndWatch(page, search, ['xing', '村', 'hua', 'min', '新'], '[role=status]')
  await search.fill('')
  await page.getByText(`${villages} 个村`, { exact: true }).waitFor()
  const scroll = await scrollThrough(page, 'section.windowed')

  await page.goto(`${console}/${open}/reports/drone/drone-team`)
  const fields = page.getByRole('textbox', { name: / 问题数$/ })
  await fields.first().waitFor()
  const typed: Keystrokes[] = []
  for (const at of [0, Math.floor(villages / 2), villages - 1]) {
    typed.push(await typeAndWatch(page, fields.nth(at), ['12', '345', '67', '8']))
  }
  await context.close()
  const of = (name: string) => `${name}, ${villages} villages`
  return [
    { name: of('keystroke to paint, search of standings'), value: median(filter.paints), unit: 'ms' },
    { name: of('keystroke to filtered standings'), value: median(filter.changes), unit: 'ms' },
    { name: of('frame while scrolling standings'), value: median(scroll.frames), unit: 'ms' },
    { name: of('tasks over 50 ms while scrolling standings'), value: scroll.longTasks, unit: 'tasks' },
    { name: of('rows drawn at once'), value: scroll.rowsDrawn, unit: 'rows' },
    {
      name: of('keystroke to paint, report grid'),
      value: median(typed.flatMap(({ paints }) => paints)),
      unit: 'ms',
    },
  ]
}

async function aVisitor(browser: Browser, url: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    ...{ baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
    viewport: { width: 1350, height: 940 },
  })
  return { context, page: await context.newPage() }
}

/** Milliseconds from the click to a cockpit with its figures. */
async function signIn(page: Page): Promise<number> {
  await page.goto('/signin/')
  await page.getByRole('textbox', { name: '登录名' }).fill(benchOffice.login)
  await page.locator('input[name=password]').fill(benchOffice.password)
  await page.waitForLoadState('networkidle')
  const start = performance.now()
  await page.locator('button[type=submit]').click()
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  await page.getByText(/的数据，自动更新/).waitFor()
  return performance.now() - start
}
