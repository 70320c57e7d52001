import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import lighthouse from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import { area } from '../../../schema/tables/county.ts'
import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { foundBrowser } from '../../support/browser.ts'
import { aFullBoard } from '../../support/full-board.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { benchOffice, type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'

const runs = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Visit = { name: string; url: string; signedIn?: true }

/**
 * What Lighthouse says of the pages on a phone (its own mobile profile: slow 4G, a processor four times slower), out of
 * 100, medians of a few runs; and the bytes and requests of a first visit. A county of 151 villages, three weeks in.
 */
export async function benchPages(): Promise<BenchRow[]> {
  return withHostedCounty('620423', async (county) => {
    const visits = await visitsOf(county)
    const profile = mkdtempSync(join(tmpdir(), 'xiangbang-lighthouse-'))
    const port = await freePort()
    const { args, ...found } = await foundBrowser()
    const context = await chromium.launchPersistentContext(profile, {
      ...{ ...found, args: [...args, `--remote-debugging-port=${port}`], locale: 'zh-CN', headless: true },
    })
    try {
      const rows: BenchRow[] = []
      for (const visit of visits) {
        if (visit.signedIn) await signIn(context, county.host.url)
        rows.push(...(await scores(visit, port)))
      }
      return rows
    } finally {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    }
  })
}

async function visitsOf(county: HostedCounty): Promise<Visit[]> {
  const { board, village } = await threeWeeks(county)
  const { url } = county.host
  return [
    { name: 'public board', url: `${url}/c/620423/boards/${board}` },
    { name: 'public village', url: `${url}/c/620423/villages/${village}` },
    { name: 'sign-up', url: `${url}/signup/` },
    { name: 'sign-in', url: `${url}/signin/` },
    { name: 'field app', url: `${url}/field/`, signedIn: true },
    { name: 'console cockpit', url: `${url}/console/620423/cockpit`, signedIn: true },
  ]
}

async function threeWeeks({ context }: HostedCounty): Promise<{ board: string; village: string }> {
  const board = await aFullBoard(await context())
  for (let week = 0; week < 3; week++) {
    const round = await board.week(await context(), week)
    await closeRound(await context(), round.id)
    await publish(await context(), round.id, {})
  }
  const { db } = await context()
  const village = await db.first(area, eq(area.level, 'village'), { orderBy: area.id })
  return { board: board.id, village: village?.id ?? '' }
}

async function scores({ name, url, signedIn }: Visit, port: number): Promise<BenchRow[]> {
  const taken = new Map<string, number[]>()
  const take = (what: string, value: number) => taken.set(what, [...(taken.get(what) ?? []), value])
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url, {
      ...{ port, logLevel: 'error', onlyCategories: [...categories], locale: 'en' },
      // A visit that is signed in keeps its cookies; any other begins with nothing.
      disableStorageReset: signedIn === true,
    })
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`)
    const { audits, categories: judged } = result.lhr
    for (const category of categories) take(category, Math.round((judged[category]?.score ?? 0) * 100))
    take('bytes', audits['total-byte-weight']?.numericValue ?? Number.NaN)
    const requests = audits['network-requests']?.details as { items?: unknown[] } | undefined
    take('requests', requests?.items?.length ?? Number.NaN)
  }
  const unitOf = (what: string) => (what === 'bytes' ? 'bytes' : what === 'requests' ? 'requests' : 'points')
  return [...taken].map(([what, values]) => ({
    ...{ name: `${name}, ${what}`, value: median(values), unit: unitOf(what) },
  }))
}

async function signIn(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${origin}/signin/`)
  if (await page.locator('input[name=password]').isVisible()) {
    await page.getByRole('textbox', { name: /^(登录名|Login)$/ }).fill(benchOffice.login)
    await page.locator('input[name=password]').fill(benchOffice.password)
    await page.locator('button[type=submit]').click()
    await page.waitForURL(/\/console\//)
  }
  await page.close()
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
