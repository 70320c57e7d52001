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
import { aPicture } from './ledger/pictures.ts'

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

/** Addresses of the villages that the phone offers. */
async function villagesOn(page: Page): Promise<string[]> {
  const { bundle } =
    (
      await stored<{ bundle: { areas: { id: string; level: string; name: string }[] } }>(page, 'bundles')
    )[0] ?? {}
  const villages = (bundle?.areas ?? []).filter(({ level }) => level === 'village')
  expect(villages.length).toBeGreaterThan(20)
  return villages.map(({ id }) => id)
}

/** One visit: a village, a deduction, two photos, finished. Waits until the phone says that it is kept. */
async function makesVisit(page: Page, village: string, visit: number) {
  await page.evaluate((to) => {
    history.pushState({ depth: 0 }, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/field/inspect/${village}`)
  const deduction = page.locator('.deduction').first()
  const choice = page.getByRole('heading', { name: /^(用哪张打分表|或者另填一份)$/ })
  await choice.or(deduction).first().waitFor()
  if (await choice.isVisible()) await page.getByRole('button', { name: /^村庄人居环境检查表/ }).click()
  await deduction.getByRole('button', { name: /：加一$/ }).click()
  const whole = page.getByRole('group', { name: '整体照片' })
  const files = [0, 1].map((at) => ({
    name: `IMG_${visit}_${at}.png`,
    mimeType: 'image/png',
    buffer: aPicture(5 * visit, 250 - 5 * visit, 200 * at),
  }))
  await whole.locator('input[multiple]').setInputFiles(files)
  await expect.poll(() => whole.locator('img').count(), { timeout: 60_000 }).toBe(2)
  await expect.poll(() => whole.locator('.busy').count(), { timeout: 60_000 }).toBe(0)
  await page.getByRole('button', { name: '看小结' }).click()
  await page.getByRole('button', { name: '完成', exact: true }).click()
  await page
    .locator('.unsent')
    .filter({ hasText: `未传 ${visit + 1}` })
    .waitFor()
}

/** Taps "send now" whenever it can be tapped, until nothing is left; over a road that loses the page's requests too. */
async function sendsAll(page: Page, url: string) {
  await page.goto(`${url}/field/outbox`)
  const done = page.getByText('都传完了。')
  const send = page.getByRole('button', { name: '现在上传' })
  await done
    .or(page.getByRole('button', { name: /^(现在|正在)上传/ }))
    .first()
    .waitFor()
  while (!(await isAllSent(page))) {
    await done
      .or(send.and(page.locator(':enabled')))
      .or(page.getByText('最近传完的'))
      .first()
      .waitFor()
    if (await send.isEnabled().catch(() => false)) await send.click().catch(() => {})
  }
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
      const bytes = await page.evaluate(async (address) => {
        const answer = await fetch(address)
        return Array.from(new Uint8Array(await answer.arrayBuffer()))
      }, photo.url)
      found.push({ id: photo.id, sha256: createHash('sha256').update(Uint8Array.from(bytes)).digest('hex') })
    }
  }
  return found
}

type Row = { id: string; state: string; sha256?: string | null }

async function keptOn(page: Page): Promise<{ records: Row[]; photos: Row[] }> {
  return { records: await stored<Row>(page, 'records'), photos: await stored<Row>(page, 'photos') }
}

/** Rows as they are on the phone, read past the program. */
function stored<Each>(page: Page, name: string): Promise<Each[]> {
  return page.evaluate(
    (store) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('xiangbang-field')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const reading = db.transaction(store).objectStore(store).getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            db.close()
            resolve(reading.result)
          }
        }
      }),
    name,
  ) as Promise<Each[]>
}
