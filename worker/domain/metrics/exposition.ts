/** One measured value; labels are few and never an id or a name. `suffix` is what a histogram's parts are called. */
export type Sample = { labels?: Readonly<Record<string, string>>; value: number; suffix?: string }
export type Metric = {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: readonly Sample[]
}

/** What a scraper is told the text is. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8'

/** Metrics as Prometheus reads them: text format 0.0.4. https://prometheus.io/docs/instrumenting/exposition_formats */
export function exposition(metrics: readonly Metric[]): string {
  return metrics.map(block).join('')
}

function block({ name, help, type, samples }: Metric): string {
  const lines = samples.map(
    ({ labels, value, suffix = '' }) => `${name}${suffix}${labelled(labels)} ${number(value)}`,
  )
  const said = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return `${[`# HELP ${name} ${said}`, `# TYPE ${name} ${type}`, ...lines].join('\n')}\n`
}

function labelled(labels: Sample['labels'] = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function number(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
}

/** Seconds up to which a request's duration is counted, beside `+Inf`. */
export const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** How often something lasted how long: `counts` by the first bound it fits under, the last beyond all of them. */
export type Durations = { counts: number[]; sum: number }

export function noDurations(): Durations {
  return { counts: Array(durationBounds.length + 1).fill(0), sum: 0 }
}

/** Counts one duration in seconds. */
export function addDuration(durations: Durations, seconds: number): void {
  const fits = durationBounds.findIndex((bound) => seconds <= bound)
  const at = fits === -1 ? durationBounds.length : fits
  durations.counts[at] = (durations.counts[at] ?? 0) + 1
  durations.sum += seconds
}

/** The samples of a histogram: each bucket holds those before it, as the format wants it. */
export function histogram({ counts, sum }: Durations, labels: Readonly<Record<string, string>>): Sample[] {
  let below = 0
  const buckets = [...durationBounds, Infinity].map((bound, at): Sample => {
    below += counts[at] ?? 0
    return { suffix: '_bucket', labels: { ...labels, le: number(bound) }, value: below }
  })
  return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: below }]
}
