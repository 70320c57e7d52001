import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, inject, it } from 'vitest'
import { demoCounty, demoPassword } from '../../schema/demo/people.ts'
import { ask } from './console.ts'
import { aKillableBrowser, type Killable } from './field/killable.ts'
import { aRoughRoad } from './field/rough-road.ts'
import { keptOn } from './field/stored.ts'
import { makesVisit, villagesOn } from './field/visit.ts'

const visits = 50
const kills = [13, 27, 44]
const profiles: string[] = []
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

it('fifty visits without signal outlive three dead batteries and arrive once over a road that loses a third', async () => {
  const road = await aRoughRoad(inject('url'), 20260306)
  closing.push(road.stop)
  const phone = await aPhone()
  await signsIn(phone.page, road.url, 'demo-inspector')
  const before = await inspectionsOf(phone.page)

  // From the second load on there is no signal at all.
  await phone.close()
  road.is('closed')
  await starts(phone, road.url)
  const villages = await villagesOn(phone.page)
  for (let visit = 0; visit < visits; visit++) {
    if (kills.includes(visit)) await diesAndStarts(phone, road.url)
    await makesVisit(phone.page, `${villages[visit % villages.length]}`, visit)
  }
  await diesAndStarts(phone, road.url)
  const kept = await keptOn(phone.page)
  expect([kept.records.length, kept.photos.length]).toEqual([visits, 2 * visits])

  road.is('rough')
  await sendsAll(phone.page, road.url)
  expect(road.lost.before).toBeGreaterThan(10)
  expect(road.lost.after).toBeGreaterThan(10)
  road.is('open')
  await phone.page.getByText('都传完了。').waitFor()
  const made = (await inspectionsOf(phone.page)).filter((id) => !before.includes(id))
  expect(made.sort()).toEqual(kept.records.map(({ id }) => id).sort())
  const arrived = await photosOf(phone.page, made)
  expect(arrived.map(({ id }) => id).sort()).toEqual(kept.photos.map(({ id }) => id).sort())
  for (const { id, sha256 } of arrived)
    expect([id, sha256]).toEqual([id, kept.photos.find((photo) => photo.id === id)?.sha256])
  expect((await keptOn(phone.page)).records.map(({ state }) => state)).toEqual(Array(visits).fill('sent'))
}, 900_000)

type Phone = Killable & { profile: string }

async function aPhone(): Promise<Phone> {
  const profile = mkdtempSync(join(tmpdir(), 'xiangbang-phone-'))
  profiles.push(profile)
  const phone: Phone = { profile, ...(await aKillableBrowser(profile)) }
  closing.push(() => phone.kill())
  return phone
}

async function signsIn(page: Page, url: string, login: string) {
  await page.context().addCookies([{ name: 'lang', value: 'zh', url, expires: Date.now() / 1000 + 86_400 }])
  await page.goto(`${url}/field/`)
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('button[type=submit]').click()
  await page.getByText(/^上次同步 /).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
}

/** The battery is dead in the middle of it all; the phone starts again without signal. */
async function diesAndStarts(phone: Phone, url: string) {
  await phone.kill()
  await starts(phone, url)
}

async function starts(phone: Phone, url: string) {
  const started: Killable = await aKillableBrowser(phone.profile)
  Object.assign(phone, started)
  await phone.page.goto(`${url}/field/`)
  await phone.page.getByRole('navigation').getByRole('link', { name: '督查' }).waitFor()
}

/** Taps "send now" whenever it can be tapped, until nothing is left; over a road that loses the page's requests too. */
async function sendsAll(page: Page, url: string) {
  await page.goto(`${url}/field/outbox`)
  const send = page.getByRole('button', { name: '现在上传', disabled: false })
  const all = async () => {
    if (await send.isVisible()) await send.click({ timeout: 1000 }).catch(() => {})
    return isAllSent(page)
  }
  await expect.poll(all, { timeout: 600_000, interval: 200 }).toBe(true)
}

async function isAllSent(page: Page): Promise<boolean> {
  const { records, photos } = await keptOn(page)
  return [...records, ...photos].every(({ state }) => state === 'sent')
}

async function inspectionsOf(page: Page): Promise<string[]> {
  const path = `/counties/${demoCounty}/inspections?limit=500`
  return (await ask<{ items: { id: string }[] }>(page, 'GET', path)).items.map(({ id }) => id)
}

/** What the service has of these visits' photos: the hash of the bytes it gives out. */
async function photosOf(
  page: Page,
  inspections: readonly string[],
): Promise<{ id: string; sha256: string }[]> {
  const found: { id: string; sha256: string }[] = []
  for (const id of inspections) {
    const { photos } = await ask<{ photos: { id: string; url: string }[] }>(
      page,
      'GET',
      `/counties/${demoCounty}/inspections/${id}`,
    )
    for (const photo of photos) {
      const { origin } = new URL(page.url())
      const bytes = await (await page.request.get(`${origin}${photo.url}`)).body()
      found.push({ id: photo.id, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
  }
  return found
}
