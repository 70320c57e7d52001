import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../../schema/demo/people.ts'
import { launchBrowser } from '../../support/browser.ts'
import { seriousFaults } from '../axe.ts'
import { demoPlaces, type Places } from '../demo-places.ts'
import { demoIssue } from '../ledger/demo-issue.ts'
import { aPerson, expectSound, type Person, signIn, widthOf } from '../people.ts'

type Language = 'zh' | 'en'

let browser: Browser
let places: Places
let issue: string

beforeAll(async () => {
  browser = await launchBrowser()
  const office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  places = await demoPlaces(office.page)
  issue = await demoIssue(office.page, places.village)
  await office.context.close()
})
afterAll(() => browser.close())

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  it('what anybody may open is sound', async () => {
    expect(await faultsIn(publicPages(places), language)).toEqual([])
  })

  it('every screen of the field app is sound', async () => {
    expect(await faultsIn(fieldPages(places, issue), language, demoOffice)).toEqual([])
  })
})

// The console changes its language where it stands, and takes long to load: each page is loaded once for both.
it('every page of the console is sound, in Chinese and in English', async () => {
  expect(await faultsIn(consolePages(places), 'both', demoOffice)).toEqual([])
})

it('every page of the issue ledger is sound, in Chinese and in English', async () => {
  expect(await faultsIn(ledgerPages(issue), 'both', demoOffice)).toEqual([])
})

/** So many at once: a page that settles leaves the processor to another. */
const lanes = [0, 1, 2]

/** Faults on some pages, as nobody or as somebody who is signed in sees them. */
async function faultsIn(
  paths: readonly string[],
  wanted: Language | 'both',
  login?: string,
): Promise<string[]> {
  const inLane = async (lane: number) => {
    const person = await aPerson(browser, { language: wanted === 'both' ? 'zh' : wanted })
    try {
      if (login !== undefined) await signIn(person, login, demoPassword)
      const own = paths.filter((_, at) => at % lanes.length === lane)
      return await faultsOn(person, own, wanted)
    } catch (error) {
      const stands = await whatStands(person)
      // Said at once: of a second look that goes well nobody would learn why the first did not.
      console.error(stands)
      throw new Error(stands, { cause: error })
    } finally {
      await person.context.close()
    }
  }
  // Where one fails, the others end before the next test begins.
  const ended = await Promise.allSettled(lanes.map(inLane))
  return ended.flatMap((lane) => {
    if (lane.status === 'rejected') throw lane.reason
    return lane.value
  })
}

/** Where somebody is, what is to be read there, whether the server answers another, and what the browser complained of. */
async function whatStands({ page, complaints }: Person): Promise<string> {
  const text = await page.evaluate(() => document.body.textContent).catch(String)
  const health = await page.request.get('/healthz').then((answer) => answer.status(), String)
  const told = `the server says ${health}, the browser ${complaints.join('; ')}`
  return `at ${page.url()} stands ${JSON.stringify(text.slice(0, 400))}; ${told}`
}

function publicPages({ board, village }: Places): string[] {
  const site = `/c/${demoCounty}`
  return [
    ...['/', '/signup/', '/signin/', '/signin/?next=%2Fconsole%2F', '/activate/', '/activate/#nothing'],
    ...[site, `${site}/boards/${board}`, `${site}/villages/${village}`, '/c/999999', '/api/docs'],
    ...[`${site}/complaints`, `${site}/complaints/follow`],
    ...[
      `${site}/archive`,
      `${site}/about`,
      `${site}/privacy`,
      `${site}/boards/${board}/rounds`,
      `${site}/boards/${board}/rounds/3`,
      `${site}/columns`,
      `${site}/columns/demo-practice-points`,
    ],
  ]
}

function consolePages({ board, open, published, township, group, village, consequence }: Places): string[] {
  const pages = [
    ...['cockpit', 'boards', 'boards/new', `boards/${board}`],
    ...['rules', 'settings', 'history'].map((tab) => `boards/${board}?tab=${tab}`),
    ...['reports', 'standings', 'publication'].map((tab) => `rounds/${open}?tab=${tab}`),
    ...['standings', 'objections', 'revisions'].map((tab) => `rounds/${published}?tab=${tab}`),
    ...[`rounds/${open}/reports/township/${township}`, `rounds/${open}/reports/inspection/${group}`],
    ...[`rounds/${open}/reports/township/${township}?view=order`],
    ...['raters', `raters?round=${open}&last=1`, 'objections', 'objections?state=rejected'],
    ...[`boards/${board}/design`, `rounds/${published}/compare`, `rounds/${published}/compare?changed=yes`],
    ...[`rounds/${published}/why/${village}`, 'interviews', `interviews/${consequence}`],
    ...['board', 'promises', 'banner'].map((tab) => `interviews?tab=${tab}`),
    ...['areas', 'units', 'posts', 'members', 'tokens', 'audit', 'privacy', 'nowhere'],
    ...['steps', 'calendar', 'exemptions', 'burden'].map((tab) => `setup?tab=${tab}`),
    ...['areas', 'units', 'board', 'round'].map((step) => `setup?step=${step}`),
    ...['outreach', 'outreach?tab=totals', 'outreach?tab=teams', 'meetings', 'meetings?tab=tasks'],
    ...['bulletins', 'bulletins?tab=webhooks', 'bulletins?tab=rules', 'bulletins?state=draft'],
    ...['meetings/new', 'meetings/demo-meeting', 'meetings/demo-meeting/edit'],
    ...['posts?tab=grid', 'units?tab=matrix', 'members?invite=list', 'audit?kind=round'],
  ]
  return ['/console/account', ...pages.map((page) => `/console/${demoCounty}/${page}`)]
}

function ledgerPages(issue: string): string[] {
  const pages = [
    ...['issues', 'issues?view=board&settled=all', 'issues/new', `issues/${issue}`, 'issues/notices'],
    ...['inspections', 'inspections/demo-inspection-0', 'inspections/new?sheet=demo-sheet-village'],
    ...['inspections/new?sheet=demo-sheet-2468', 'inspections/visits', 'inspections/draws'],
    ...['inspections/draws/new', 'inspections/draws/demo-draw', 'sheets', 'sheets/new'],
    ...['sheets/new?from=checklist', 'sheets/demo-sheet-village'],
    ...['rectify', 'verify', 'revisit'].map((list) => `issues/mine?list=${list}`),
    ...['grids', 'grids/demo-grid-1', 'grids/codes', 'grids/codes?level=grid', 'grids/places'],
    ...['grids/codes/sheet?level=grid', 'grids/hand-over'],
    ...['townships', 'relapses', 'photos'].map((tab) => `issues/statistics?tab=${tab}`),
    ...['categories', 'rules', 'revisits'].map((tab) => `catalogue?tab=${tab}`),
    ...['complaints', 'complaints?state=taken', 'complaints?state=doubtful', 'complaints/statistics'],
    ...['columns', 'columns?state=in_review', 'columns/new', `columns/new?kind=exposure&issue=${issue}`],
    ...['columns/demo-practice-review', 'columns/demo-exposure', 'columns/demo-practice-draft/edit'],
  ]
  return pages.map((page) => `/console/${demoCounty}/${page}`)
}

function fieldPages({ village }: Places, issue: string): string[] {
  const screens = [
    ...['', 'inspect', `inspect/${village}`, 'found', `found?area=${village}`, 'outbox', 'me', 'patrol'],
    ...[
      'scan',
      'q/nothing',
      `areas/${village}`,
      'areas/nowhere',
      'inspections/nothing',
      'inspections/nothing/summary',
    ],
    ...[`issues/${issue}`, `issues/${issue}/closed`, `issues/${issue}/returned`, 'issues/nothing'],
  ]
  return screens.map((screen) => `/field/${screen}`)
}

/**
 * Everything wrong with some pages, at a desktop's and a phone's width: serious faults, what is wider than the screen,
 * complaints of the browser, a missing title or the wrong language.
 */
async function faultsOn(person: Person, paths: string[], wanted: Language | 'both'): Promise<string[]> {
  const { page, complaints } = person
  const found: string[] = []
  let language: Language = wanted === 'both' ? 'zh' : wanted
  for (const path of paths) {
    await page.setViewportSize({ width: widthOf.desktop, height: 800 })
    await page.goto(path)
    await settled(person)
    found.push(...(await faultsHere(person, path, language)))
    if (wanted === 'both') {
      language = language === 'zh' ? 'en' : 'zh'
      await page.setViewportSize({ width: widthOf.desktop, height: 800 })
      // A dialog that the address opens lies over the button.
      await page.locator('button.language').dispatchEvent('click')
      await page.locator(`html[lang=${language === 'zh' ? 'zh-CN' : 'en'}]`).waitFor()
      await settled(person)
      // The next page comes in the language that was chosen last.
      found.push(...(await faultsHere(person, path, language)))
    }
    found.push(...complaints.splice(0).map((complaint) => `${path}: ${complaint}`))
  }
  return found
}

/** What is wrong with the page that stands, in the language it stands in. */
async function faultsHere(person: Person, path: string, language: Language): Promise<string[]> {
  const { page } = person
  const found: string[] = []
  for (const device of ['desktop', 'phone'] as const) {
    await page.setViewportSize({ width: widthOf[device], height: 800 })
    await expectSound(person, language).catch((error: Error) => found.push(`${device}: ${error.message}`))
    // On a screen as tall as the page nothing is cut off by an edge or covered by what sticks to one.
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: widthOf[device], height: Math.max(800, height) })
    // Colours are the same in every language.
    const faults = await seriousFaults(page, { colours: language === 'zh' })
    found.push(...faults.map((fault) => `${path} on a ${device}, ${language}: ${fault}`))
  }
  return found
}

/** Drawn, with its data: a heading stands and nothing turns any more. */
async function settled({ page }: Person) {
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.ant-spin-spinning, .loading') === null)
  // Colours are judged when whatever fades in has done so.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished.catch(() => {})),
    ),
  )
}
