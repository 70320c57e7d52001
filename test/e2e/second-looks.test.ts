import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask, choose, confirm, dialog, row, said } from './console.ts'
import { aPerson, expectSound, type Person, signIn } from './people.ts'

type Roster = { id: string; name: string; township: string }[]

let browser: Browser
let office: Person
let secretary: Person
/** A township's own board, closed, on which a village that both sources put last stands. */
let round: string
let village: Roster[number]
/** After the demo county's own board in every list, which other stories begin from. */
const board = 'township-board'
const at = (path: string) => `/counties/${demoCounty}${path}`

beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  secretary = await aPerson(browser, { device: 'phone' })
  await signIn(office, demoOffice, demoPassword)
  await signIn(secretary, 'demo-village', demoPassword)
  const { page } = office
  const me = await ask<{ memberships: { scope: { id: string } }[] }>(secretary.page, 'GET', '/me')
  const own = me.memberships[0]?.scope.id ?? ''
  const areas = await ask<{ items: Roster }>(page, 'GET', at('/areas?level=village&limit=500'))
  const parents = areas.items as unknown as { id: string; parent: string }[]
  const township = parents.find(({ id }) => id === own)?.parent ?? ''
  const [campaign] = (await ask<{ items: { id: string }[] }>(page, 'GET', at('/campaigns'))).items
  await ask(page, 'POST', at('/boards'), {
    ...{ id: board, campaign: campaign?.id, name: '乡镇月榜', subject: 'village', owner: township },
    cadence: { every: 'month', closesOn: 28, closesAt: '18:00' },
    policy: {
      sources: [
        { key: 'township', kind: 'rank', scope: 'township', weight: 1, required: true },
        { key: 'inspection', kind: 'score', scope: 'county', weight: 2 },
      ],
      ...{
        method: 'percentile',
        minSources: 1,
        tieBreakers: [],
        bands: { green: { top: 2 }, red: { bottom: 2 } },
      },
    },
  })
  round = (await ask<{ id: string }>(page, 'POST', at(`/boards/${board}/rounds`), {})).id
  const { roster } = await ask<{ roster: Roster }>(page, 'GET', at(`/rounds/${round}`))
  const others = roster.filter(({ id }) => id !== own)
  village = roster.find(({ id }) => id === own) ?? { id: '', name: '', township: '' }
  // The township puts its villages the other way round; only the secretary’s is last with both.
  const [group] = (
    await ask<{ items: { id: string; kind: string }[] }>(page, 'GET', at('/units'))
  ).items.filter(({ kind }) => kind === 'group')
  const list = [...others, village].map(({ id }, i) => ({ subject: id, value: i + 1 }))
  const scores = [...others.toReversed(), village].map(({ id }, i) => ({ subject: id, value: 95 - i }))
  await ask(page, 'PUT', at(`/rounds/${round}/reports/township/${township}`), { entries: list })
  await ask(page, 'PUT', at(`/rounds/${round}/reports/inspection/${group?.id}`), { entries: scores })
  await ask(page, 'PUT', at(`/rounds/${round}/closure`), {})
}, 90_000)
afterAll(async () => {
  await settle()
  await browser.close()
})

/** Nothing of it is left to do for whoever looks at the demo county next. */
async function settle() {
  const { page } = office
  await ask(page, 'PUT', at(`/rounds/${round}/publication`), { waive: '只用一次' })
  await ask(page, 'PATCH', at(`/boards/${board}`), { active: false })
  const { items } = await ask<{ items: { id: string; purpose: string }[] }>(page, 'GET', at('/visits'))
  for (const { id } of items.filter(({ purpose }) => purpose === 'blind'))
    await ask(page, 'PATCH', at(`/visits/${id}`), { state: 'cancelled', reason: '只用一次' })
}

const shortName = () => village.name.replace(/村民委员会$/, '村').replace(/村村$/, '村')

describe('an objection', () => {
  const words = '督查那天照片拍的是邻村，请复核。'

  it('is filed by the village on its phone, taken back, and filed again', async () => {
    const { page } = secretary
    await page.goto(`/console/${demoCounty}/rounds/${round}?tab=objections`)
    await page.getByText(/公布之前都可以申诉；本期已截止/).waitFor()
    const files = async (text: string) => {
      await page.getByRole('button', { name: '申诉', exact: true }).click()
      await dialog(page).getByLabel('理由和证据').fill(text)
      await dialog(page).getByRole('group', { name: '照片（可以不传）' }).waitFor()
      await dialog(page).getByRole('button', { name: '提交' }).click()
      await page.getByText(text).waitFor()
    }
    await files('写错了')
    await page.getByText(/已等 \d+ 分钟/).waitFor()
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await confirm(page, '撤回')
    await page.locator('.ant-tag').filter({ hasText: '已撤回' }).waitFor()
    await files(words)
    await expectSound(secretary, 'zh')
  })

  it('waits at the head of the office’s list, whose link leads to it', async () => {
    const { page } = office
    await page.goto(`/console/${demoCounty}/objections`)
    await row(page, words)
      .getByText(/\d+ 分钟/)
      .waitFor()
    await row(page, words).getByRole('link', { name: shortName() }).click()
    await page.locator('.objection.asked').getByText(words).waitFor()
  })

  it('is ruled on after a look at what that moves', async () => {
    const { page } = office
    const entry = page.locator('.objection.asked')
    await entry.getByRole('button', { name: '裁定', exact: true }).click()
    await entry.getByRole('radio', { name: '成立，并更正' }).check()
    await entry.getByRole('button', { name: '加一处更正' }).click()
    await choose(entry, '来源', '督查评分')
    // What stands there now is said beside the field.
    await entry.getByText(/现为 \d+，改为/).waitFor()
    await entry.getByRole('spinbutton', { name: '数值' }).fill('99')
    await entry.getByLabel('裁定理由').fill('照片核实有误。')
    const rules = entry.getByRole('button', { name: '裁定', exact: true })
    expect(await rules.isDisabled()).toBe(true)
    await entry.getByRole('button', { name: '先看会动什么' }).click()
    await row(entry, new RegExp(`${shortName()}.*红.*绿`)).waitFor()
    await rules.click()
    await entry.getByText('督查评分改为 99').waitFor()
    await page.goto(`/console/${demoCounty}/objections`)
    expect(await page.getByText(words).count()).toBe(0)
    await page.getByText('成立', { exact: true }).click()
    await row(page, words).waitFor()
  })
})

it('a question at the rater desk leads to another look, and those who look are not told which list it was', async () => {
  const { page } = office
  await page.goto(`/console/${demoCounty}/raters?board=${board}`)
  const question = page.getByRole('listitem').filter({ hasText: '自评的次序为什么和别人相反' })
  await question.waitFor()
  const boxes = question.getByRole('checkbox')
  const many = await boxes.count()
  expect(many).toBeGreaterThan(2)
  for (let i = 2; i < many; i += 1) await boxes.nth(i).uncheck()
  await question.getByRole('button', { name: '提议盲检复查（2 个村）' }).click()
  const units = (await ask<{ items: { id: string; name: string }[] }>(page, 'GET', at('/units'))).items
  const inspector = await aPerson(browser)
  await signIn(inspector, 'demo-inspector', demoPassword)
  const me = await ask<{ memberships: { scope: { id: string } }[] }>(inspector.page, 'GET', '/me')
  const unit = me.memberships[0]?.scope.id ?? ''
  await choose(dialog(page), '由哪个组去', units.find(({ id }) => id === unit)?.name ?? '')
  await dialog(page).getByRole('button', { name: '安排', exact: true }).click()
  await said(page, '已安排 2 个村的复查').waitFor()

  type Visits = { items: { purpose: string; unit: string; draw: string | null }[] }
  const planned = await ask<Visits>(page, 'GET', at(`/visits?unit=${unit}`))
  expect(planned.items.filter(({ purpose }) => purpose === 'blind')).toHaveLength(2)
  const seen = await ask<Visits>(inspector.page, 'GET', at('/visits'))
  expect(seen.items.length).toBeGreaterThanOrEqual(2)
  // Going back to a closed issue is no secret; why one looks at a village for the board is.
  const purposes = seen.items.map(({ purpose }) => purpose).filter((purpose) => purpose !== 'revisit')
  expect(new Set(purposes)).toEqual(new Set(['rotation']))
  await inspector.page.goto(`/console/${demoCounty}/raters`)
  await inspector.page.locator('h1').waitFor()
  expect(await inspector.page.getByText('值得问一问').count()).toBe(0)
  await inspector.context.close()
})
