import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { sendTheRest } from './friday/county.ts'
import {
  corrects,
  downloads,
  isHidden,
  isPublic,
  makesPublic,
  prints,
  recordsInterview,
  seesEscalation,
  seesInterviews,
} from './friday/following-up.ts'
import { activate, expectSpent, inspector, inviteBoth, reporter, resetPassword } from './friday/inviting.ts'
import {
  entersOnBehalf,
  extend,
  findsReport,
  openRound,
  pastesAndTypes,
  seesWhoIsMissing,
  sendsMessySheet,
  sendsScores,
  sendsWrongSheet,
} from './friday/reporting.ts'
import { closes, objects, publishes, readsWhy, rules, seesDraft, seesNothingYet } from './friday/ruling.ts'
import { bringInPast, bringInPosts, changeAreas, makeBoard, makeGroups, signUp } from './friday/setting-up.ts'
import { aPerson, type Person } from './people.ts'

let browser: Browser
let office: Person
let township: Person
let group: Person
let links: [string, string]
let first: string
let second: string
let broken = false

beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  township = await aPerson(browser, { device: 'phone' })
  group = await aPerson(browser)
})
afterAll(() => browser.close())

// Scenes of one story, in the order they are written: where one fails, those after it have nothing to stand on.
beforeEach(() => expect(broken, 'an earlier scene failed').toBe(false))
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail'
})

describe('setting up 景泰县', () => {
  it('signs up with its townships and villages', () => signUp(office))
  it('adds a village, renames one, retires one', () => changeAreas(office))
  it('brings in who holds which post', () => bringInPosts(office))
  it('makes the three-colour board', () => makeBoard(office))
  it('brings in the colours of two past weeks', () => bringInPast(office))
  it('makes the liaison groups', () => makeGroups(office))
})

describe('inviting', () => {
  it('invites a reporter and an inspector by one-time link', async () => {
    links = await inviteBoth(office)
  })
  it('lets each set a password, once', async () => {
    await activate(township, links[0], reporter)
    await activate(group, links[1], inspector)
    const stranger = await aPerson(browser)
    await expectSpent(stranger, links[0])
    await stranger.context.close()
  })
  it('hands a reset link to one who forgot the password', () => resetPassword(office, township))
})

describe('reporting', () => {
  it('opens the round and moves its end', async () => {
    first = await openRound(office, 3)
    await extend(office)
  })
  it('takes what the reporter pastes and types on a phone', async () => {
    await findsReport(township, '乡镇自评')
    await pastesAndTypes(township)
  })
  it('applies nothing of a sheet with an unknown village until it is settled', () =>
    sendsWrongSheet(township))
  it('reads the messiest of sheets', () => sendsMessySheet(township))
  it('takes the scores of the inspection group', async () => {
    await findsReport(group, '督查评分')
    await sendsScores(group)
  })
  it('lets the office enter what came on paper', () => entersOnBehalf(office, first))
  it('shows who has not reported', () => seesWhoIsMissing(office, first))
  it('takes the rest by API', async () => {
    expect(await sendTheRest(office.page, first)).toBe(20)
  })
})

describe('from the draft to the published standings', () => {
  it('shows the office the live draft', () => seesDraft(office, first))
  it('says why a village is red', () => readsWhy(office))
  it('shows the township nothing before the round closes', () => seesNothingYet(township, first))
  it('closes', () => closes(office, first))
  it('hears the township’s objection', () => objects(township, first))
  it('rules on it with an amendment', () => rules(office, first))
  it('publishes', () => publishes(office, first, 3))
  it('proposes an interview for each red village', () => seesInterviews(office))
  it('says why on the township’s phone too', async () => {
    await township.page.goto(`/console/620423/rounds/${first}?tab=standings&q=cbc`)
    await township.page.getByRole('link', { name: '城北村' }).click()
    await readsWhy(township)
  })
})

describe('the second week', () => {
  it('is reported, closed and published', async () => {
    second = await openRound(office, 4)
    await extend(office)
    expect(await sendTheRest(office.page, second)).toBe(23)
    await closes(office, second)
    await publishes(office, second, 4)
  })
  it('calls the leaders of townships with villages red twice running', () => seesEscalation(office))
  it('records an interview', () => recordsInterview(office))
  it('is downloaded as a spreadsheet', () => downloads(office, second))
  it('is printed', () => prints(office, second))
  it('is corrected along with the week before', () => corrects(office, first))
})

describe('in public', () => {
  it('is hidden until the county decides', () => isHidden(browser))
  it('is made public', () => makesPublic(office))
  it('is read without JavaScript', () => isPublic(browser))
})

it('nothing went wrong unseen', () => {
  for (const { complaints } of [office, township, group]) expect(complaints).toEqual([])
})
