import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { withExif } from '../support/exif.ts'
import { aHeic } from '../support/pictures.ts'
import { seriousFaults } from './axe.ts'
import { aPerson, expectSound, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('takes a phone’s photo, makes it small, keeps when and where, and serves nothing of its EXIF', async () => {
  const person = await aPerson(browser, { device: 'phone' })
  const { page } = person
  await signIn(person, 'demo-village', demoPassword)
  await page.goto(`/console/${demoCounty}/issues/new`)
  const field = page.getByRole('group', { name: /问题照片/ })
  await field.getByRole('button', { name: '选照片' }).waitFor()
  const taken = { at: '2026:03:06 18:00:05', offset: '+08:00', lat: 37.1836, lng: 104.0627 }
  const original = withExif(await cameraJpeg(page, 3000, 2000), taken)
  expect(original.length).toBeGreaterThan(400_000)

  const sent = page.waitForRequest((asked) => asked.method() === 'PUT' && /photos\/[^/]+\?/.test(asked.url()))
  await pick(page, 'IMG_0001.jpg', 'image/jpeg', original)
  const said = new URL((await sent).url()).searchParams
  expect(Object.fromEntries(said)).toMatchObject({
    takenAt: '2026-03-06T10:00:05Z',
    lat: '37.1836',
    lng: '104.0627',
  })
  await expect.poll(() => field.getByRole('progressbar').count()).toBe(0)
  await expect.poll(() => field.getByRole('img', { name: '第 1 张照片' }).count()).toBe(1)

  const address = new URL((await sent).url()).pathname
  const [photo, thumbnail] = [await served(page, address), await served(page, `${address}/thumbnail`)]
  for (const { type, text } of [photo, thumbnail]) {
    expect(type).toBe('image/jpeg')
    expect(/Exif|GPS|2026:03:06/.test(text)).toBe(false)
  }
  expect([photo.width, photo.height, thumbnail.width]).toEqual([1600, 1067, 320])
  expect([photo.size <= 400_000, thumbnail.size <= 20_000]).toEqual([true, true])

  // The same file again is not sent twice; what is no photo says so, and all of it can be taken away by keyboard.
  await pick(page, 'IMG_0001.jpg', 'image/jpeg', original)
  await field.getByText('没有重复添加').waitFor()
  await pick(page, 'notes.jpg', 'image/jpeg', new TextEncoder().encode('no photo at all'))
  await field.getByText('这不是照片').waitFor()
  await pick(page, 'IMG_0002.heic', 'image/heic', aHeic())
  await field.getByText(/HEIC/).waitFor()
  await expectSound(person, 'zh')
  expect(await seriousFaults(page, { colours: true })).toEqual([])
  for (const left of [2, 1, 0]) {
    await field
      .getByRole('button', { name: /^移除第/ })
      .last()
      .press('Enter')
    await expect.poll(() => field.getByRole('button', { name: /^移除第/ }).count()).toBe(left)
  }
  expect(person.complaints).toEqual([])
  await person.context.close()
})

async function pick(page: Page, name: string, mimeType: string, bytes: Uint8Array) {
  await page
    .locator('fieldset input[type=file][multiple]')
    .first()
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}

/** A JPEG as a camera would make it: large, and hard to compress. */
async function cameraJpeg(page: Page, width: number, height: number): Promise<Uint8Array> {
  const encoded = await page.evaluate(
    async ([w, h]) => {
      const canvas = new OffscreenCanvas(w ?? 1, h ?? 1)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      for (let at = 0; at < 4000; at++) {
        context.fillStyle = `hsl(${(at * 47) % 360} 70% ${(at * 13) % 90}%)`
        context.fillRect((at * 131) % canvas.width, (at * 197) % canvas.height, 90, 60)
      }
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 })).arrayBuffer(),
      )
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    },
    [width, height],
  )
  return Uint8Array.from(Buffer.from(encoded, 'latin1'))
}

/** What a browser gets at an address: its type, size, text as it is and its pixels. */
function served(page: Page, path: string) {
  return page.evaluate(async (address) => {
    const answer = await fetch(address)
    const blob = await answer.blob()
    const { width, height } = await createImageBitmap(blob)
    const text = new TextDecoder('latin1').decode(await blob.arrayBuffer())
    return { type: answer.headers.get('content-type'), size: blob.size, text, width, height }
  }, path)
}
