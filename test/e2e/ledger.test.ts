import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { takesCatalogue, writesRule } from './ledger/catalogue.ts'
import { join, type Places, type Setup, setUp, signUp } from './ledger/county.ts'
import { findsThree, found, inspectsOthers, joinsSame } from './ledger/finding.ts'
import { bringsIn, isFaster, worksThrough } from './ledger/office.ts'
import { goesOverdue, isTold } from './ledger/overdue.ts'
import { findsOwed, rectifies } from './ledger/rectifying.ts'
import { reflected } from './ledger/standing.ts'
import { accepts, readsWhyReturned, returns, revisits } from './ledger/verifying.ts'
import { aPerson, type Person } from './people.ts'

let browser: Browser
let office: Person
let inspector: Person
let village: Person
let places: Places
let setup: Setup
let broken = false

const [heap, straw, sewage] = found

beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  inspector = await aPerson(browser)
  village = await aPerson(browser, { device: 'phone' })
})
afterAll(() => browser.close())

// Scenes of one story, in the order they are written: where one fails, those after it have nothing to stand on.
beforeEach(() => expect(broken, 'an earlier scene failed').toBe(false))
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail'
})

describe('setting the ledger up', () => {
  it('signs 靖远县 up', async () => {
    places = await signUp(office)
  })
  it('takes the shipped catalogue with one click', () => takesCatalogue(office))
  it('lets every village answer for itself, and tries who would get what', () => writesRule(office, places))
  it('has a sheet, a group, and a board that follows from inspections and the ledger', async () => {
    setup = await setUp(office, places)
    await join(office, inspector, {
      ...{ name: '靖远督查员', login: 'jingyuan-ducha', role: 'inspector', scope: setup.group },
    })
    const [own] = setup.villages
    await join(office, village, {
      ...{ name: '靖远村书记', login: 'jingyuan-cun', role: 'village_secretary', scope: own?.id ?? '' },
    })
  })
})

describe('found, rectified, verified', () => {
  it('an inspector scores a village with three findings and photos; each becomes an issue', () =>
    findsThree(inspector, setup))
  it('the village finds three on its phone', () => findsOwed(village, found))
  it('what a villager says of the same heap is joined to it', () => joinsSame(village))
  it('it rectifies two the same day, each with a photo', async () => {
    await rectifies(village, heap, '垃圾已清运两车。', [40, 120, 60])
    await rectifies(village, straw, '柴草已归拢。', [60, 140, 80])
  })
  it('one is verified and closed, before beside after', () => accepts(inspector, heap))
  it('the other is returned with the reason, done again, and closed', async () => {
    await returns(inspector, straw, '墙根还有一堆没有归拢。')
    await readsWhyReturned(village, straw, '墙根还有一堆没有归拢。')
    await rectifies(village, straw, '墙根的也归拢了。', [80, 160, 100])
    await accepts(inspector, straw)
  })
})

describe('the office', () => {
  it('is faster than the village, which loses nothing it wrote', () => isFaster(office, village, sewage))
  it('narrows the ledger, keeps the filter, tries several at once, takes a sheet', () => worksThrough(office))
  it('brings in a list of the level above, its doubtful row settled by hand', () => bringsIn(office, places))
})

describe('what went wrong', () => {
  it('the third goes overdue and escalates', () => goesOverdue(office, sewage, setup))
  it('word of it is in the notices', () => isTold(office, sewage))
  it('a revisit finds the first again and reopens it', () => revisits(inspector, heap))
})

describe('the round', () => {
  it('reflects inspections and ledger, and explains itself', async () => {
    await inspectsOthers(inspector, setup)
    await reflected(office, setup)
    expect([...office.complaints, ...inspector.complaints, ...village.complaints]).toEqual([])
  })
})
