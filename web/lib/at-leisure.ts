/** How long a page that never rests is waited for, in ms. */
const patience = 3000

/** Does one thing after the other, each when the page has nothing more urgent to do. A failure keeps none from its turn. */
export async function atLeisure(things: readonly (() => unknown)[]): Promise<void> {
  for (const thing of things) {
    await leisure()
    try {
      await thing()
    } catch {
      // Each tells of its own faults, to whoever needs it.
    }
  }
}

function leisure(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no word for it: a moment after the last.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 200)
    else requestIdleCallback(() => resolve(), { timeout: patience })
  })
}
