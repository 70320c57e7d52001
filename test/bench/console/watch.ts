import type { Locator, Page } from 'playwright-core'

/** Milliseconds by the browser's own clock, one figure a key. */
export type Keystrokes = {
  /** from the key to the frame that shows it */
  paints: number[]
  /** from the key to the frame that shows what follows from it, where something was to change */
  changes: number[]
}

/**
 * Types words into a field, key by key, each after the last has been drawn, and empties it between them. With
 * `follows`, a selector, also waits for the text there to change and be drawn.
 */
export async function typeAndWatch(
  page: Page,
  field: Locator,
  words: readonly string[],
  follows?: string,
): Promise<Keystrokes> {
  const figures: Keystrokes = { paints: [], changes: [] }
  await field.scrollIntoViewIfNeeded()
  await field.click()
  for (const word of words) {
    await field.fill('')
    await idle(page)
    for (const key of word) {
      const watched = await page.evaluateHandle(watchKey, follows)
      // A Chinese character comes from an input method, not from a key.
      await (/[\w.]/.test(key) ? page.keyboard.press(key) : page.keyboard.insertText(key))
      const { paint, change } = await page.evaluate(({ done }) => done, watched)
      figures.paints.push(paint)
      if (change !== null) figures.changes.push(change)
      await idle(page)
    }
  }
  return figures
}

/** Runs in the page: times the next key, or input without one, and, of `follows`, the change that comes of it within two seconds. */
function watchKey(follows: string | undefined) {
  const drawn = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      // A message arrives after the frame has been handed over.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now())
      port2.postMessage(null)
    })
  const done = new Promise<{ paint: number; change: number | null }>((resolve) => {
    const begin = (event: Event) => {
      removeEventListener('keydown', begin, { capture: true })
      removeEventListener('input', begin, { capture: true })
      const start = event.timeStamp
      const paint = new Promise<number>((said) => drawn((at) => said(at - start)))
      const place = follows === undefined ? null : document.querySelector(follows)
      const change =
        place === null
          ? Promise.resolve(null)
          : new Promise<number | null>((said) => {
              const watch = new MutationObserver(() => {
                watch.disconnect()
                drawn((at) => said(at - start))
              })
              watch.observe(place, { childList: true, characterData: true, subtree: true })
              setTimeout(() => said(null), 2000)
            })
      Promise.all([paint, change]).then(([paint, change]) => resolve({ paint, change }))
    }
    addEventListener('keydown', begin, { capture: true })
    addEventListener('input', begin, { capture: true })
  })
  return { done }
}

/** What scrolling a long table from top to bottom did: frames in milliseconds, tasks that held up the page, rows drawn. */
export async function scrollThrough(page: Page, box: string) {
  await page.locator(box).focus()
  return page.evaluate(async (selector) => {
    const box = document.querySelector(selector)
    if (!box) throw new Error(`no ${selector}`)
    let longTasks = 0
    const watch = new PerformanceObserver((list) => {
      longTasks += list.getEntries().length
    })
    watch.observe({ type: 'longtask' })
    const frames: number[] = []
    let rowsDrawn = 0
    let last = await new Promise<number>(requestAnimationFrame)
    while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
      box.scrollTop += 300
      const now = await new Promise<number>(requestAnimationFrame)
      frames.push(now - last)
      last = now
      rowsDrawn = Math.max(rowsDrawn, box.querySelectorAll('tbody tr').length)
    }
    watch.disconnect()
    return { frames, longTasks, rowsDrawn }
  }, box)
}

/** Until whatever a key has set off is done. */
function idle(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 })),
  )
}
