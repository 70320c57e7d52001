import { expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

it.each([
  ['the machine’s own browser, where there is one', false],
  ['the browser from npm', true],
])('%s draws Chinese characters and the signs of the tables', async (_, packaged) => {
  const browser = await launchBrowser({ packaged })
  const page = await browser.newPage({ viewport: { width: 60, height: 60 } })
  const pictures = []
  for (const character of ['乡', '榜', '饸', '▲', '▼', '✓', '\u{10FFFD}']) {
    await page.setContent(`<p style="font: 32px system-ui, sans-serif">${character}</p>`)
    pictures.push((await page.screenshot()).toString('base64'))
  }
  await browser.close()
  // Characters without a glyph, as the last one is, all look like the same empty box.
  expect(new Set(pictures).size).toBe(pictures.length)
})
