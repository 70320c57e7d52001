import lighthouse from 'lighthouse'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { withHostedCounty } from '../rounds/hosted-county.ts'
import { inFreshBrowser } from './fresh-browser.ts'
import { untilIdle } from './until-idle.ts'
import { type Visit, visitsTo } from './visits.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/**
 * What Lighthouse says of the pages on a phone (its own mobile profile: slow 4G, a processor four times slower), out of
 * 100, and what a first visit fetches, as sent. Medians of a few visits, each by a browser of its own that has never
 * been there, on a machine that has come to rest.
 */
export async function benchPages(): Promise<BenchRow[]> {
  return withHostedCounty('620423', async (county) => {
    const rows: BenchRow[] = []
    for (const visit of await visitsTo(county)) rows.push(...(await measured(visit)))
    return rows
  })
}

async function measured(visit: Visit): Promise<BenchRow[]> {
  const taken = new Map<string, Figure & { values: number[] }>()
  for (let run = 0; run < visit.runs; run++) {
    for (const figure of await figuresOf(visit)) {
      const known = taken.get(figure.what)
      if (known) known.values.push(figure.value)
      else taken.set(figure.what, { ...figure, values: [figure.value] })
    }
  }
  return [...taken.values()].map(({ what, unit, values }) => ({
    ...{ name: `${visit.name}, ${what}`, value: median(values), unit },
  }))
}

type Figure = { what: string; value: number; unit: string }

async function figuresOf(visit: Visit, tries = 3): Promise<Figure[]> {
  const { url, found, cookies } = visit
  const wanted = categories.filter((category) => found || category !== 'seo')
  const signedIn = cookies ? await cookies() : []
  const lhr = await inFreshBrowser(signedIn, async (port) => {
    await untilIdle()
    const result = await lighthouse(url, {
      ...{ port, logLevel: 'error', onlyCategories: [...wanted], locale: 'en' },
      // There is nothing to be forgotten but who has signed in.
      disableStorageReset: true,
    })
    return result?.lhr
  })
  const fault = lhr?.runtimeError
  if (!lhr || fault) {
    // Its own tracing fails now and then; a page that it cannot see at all fails each time.
    if (tries > 1) return figuresOf(visit, tries - 1)
    throw new Error(`Lighthouse could not see ${url}: ${fault?.code} ${fault?.message}`)
  }
  const ended = new URL(lhr.finalDisplayedUrl).pathname
  if (ended !== new URL(url).pathname) throw new Error(`${url} led to ${ended}`)
  const fetched = fetchedIn(lhr.audits['network-requests']?.details)
  const bytes = (of: typeof fetched) => of.reduce((sum, { transferSize }) => sum + transferSize, 0)
  const ofType = (type: string) => bytes(fetched.filter(({ resourceType }) => resourceType === type))
  const points = wanted.map((category) => ({
    ...{ what: category, value: Math.round((lhr.categories[category]?.score ?? 0) * 100), unit: 'points' },
  }))
  const blocked = lhr.audits['total-blocking-time']?.numericValue ?? Number.NaN
  return [
    ...points,
    { what: 'blocking time', value: blocked, unit: 'ms' },
    { what: 'JavaScript', value: ofType('Script'), unit: 'bytes' },
    { what: 'CSS', value: ofType('Stylesheet'), unit: 'bytes' },
    { what: 'bytes', value: bytes(fetched), unit: 'bytes' },
    { what: 'requests', value: fetched.length, unit: 'requests' },
  ]
}

type Fetched = { resourceType?: string; transferSize: number }

function fetchedIn(details: unknown): Fetched[] {
  return (details as { items?: Fetched[] } | undefined)?.items ?? []
}
