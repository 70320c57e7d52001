import { atLeisure } from '../../lib/at-leisure.ts'

/** How long the first page is left to itself, in ms. */
const reading = 2000

/**
 * While the first page is being read, what almost every section needs is fetched, and only fetched: a slow machine has
 * better to do than to read programs nobody has asked for. The page names those files.
 */
export function prefetchLater(): () => void {
  const timer = setTimeout(() => {
    const later = [...document.querySelectorAll<HTMLLinkElement>('link[rel=later]')]
    atLeisure([
      () => {
        for (const link of later) link.setAttribute('rel', 'prefetch')
      },
    ])
  }, reading)
  return () => clearTimeout(timer)
}
