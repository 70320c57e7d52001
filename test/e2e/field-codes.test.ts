import jsQR from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { aPerson, expectSound, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const millimetre = 96 / 25.4

it('prints codes for grids that a phone reads, at least three centimetres wide', async () => {
  const person = await aPerson(browser)
  const { page } = person
  await signIn(person, demoOffice, demoPassword)
  await page.goto(`/console/${demoCounty}/grids/codes?level=grid`)
  await page.getByRole('link', { name: /打印 \d+ 个码/ }).click()
  const cards = page.locator('.code-page li')
  await cards.first().waitFor()
  await page.emulateMedia({ media: 'print' })
  const [first] = await cards.all()
  if (!first) throw new Error('no code to print')
  expect(await first.locator('strong').textContent()).toBe('第一网格')
  const width = await first.locator('svg').evaluate((svg) => {
    const modules = (svg as SVGSVGElement).viewBox.baseVal.width
    const side = svg.getBoundingClientRect().width
    return side - (8 * side) / modules
  })
  expect(width / millimetre).toBeGreaterThanOrEqual(30)
  const text = await readCode(page, await first.locator('svg').screenshot())
  expect(text).toMatch(new RegExp(`^${inject('url').replace(/\/$/, '')}/field/q/[\\w-]{22}$`))
  expect(levelOf((await first.locator('svg path').getAttribute('d')) ?? '')).toBe('Q')

  const code = text.slice(text.lastIndexOf('/') + 1)
  const opened = await page.evaluate(
    async (path) => (await fetch(path)).json() as Promise<{ name: string; level: string }>,
    `/api/v1/counties/${demoCounty}/field-codes/${code}`,
  )
  expect(opened).toMatchObject({ name: '第一网格', level: 'grid' })
  await page.emulateMedia({ media: 'screen' })
  await person.picture('field-codes')
  await expectSound(person, 'zh')
  await person.context.close()
})

/** The text of a QR code in a picture, decoded by the browser and read as a phone would. */
async function readCode(page: Page, png: Buffer): Promise<string> {
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
    return { pixels: [...data], width: bitmap.width, height: bitmap.height }
  }, png.toString('base64'))
  const found = jsQR(new Uint8ClampedArray(pixels), width, height)
  if (!found) throw new Error('no code was found in the picture')
  return found.data
}

/** The error correction level, from the format information beside the upper left corner (ISO/IEC 18004, 7.9). */
function levelOf(path: string): string {
  // Format bits 0 and 1 stand in column 0 and 1 of row 8, inside a quiet zone of four modules.
  const bit = (column: number) => (path.includes(`M${4 + column} ${4 + 8}h`) ? 1 : 0)
  // Masked by 10 1010000010010.
  const value = ((bit(0) << 1) | bit(1)) ^ 0b10
  return ['M', 'L', 'H', 'Q'][value] ?? ''
}
