import { ratersTexts } from '../../i18n/raters.ts'
import { useTexts } from '../../lib/language.tsx'

const HEIGHT = 24
const STEP = 8

/**
 * A figure over the rounds, oldest first, as bars up and down from a line; in words for those who cannot see it.
 * `full` is the size that fills half the height.
 */
export function Trend({ values, full }: { values: readonly (number | null)[]; full: number }) {
  const t = useTexts(ratersTexts)
  if (values.filter((value) => value !== null).length < 2) return null
  const middle = HEIGHT / 2
  const words = values.map((value) => (value === null ? '—' : signed(value))).join('  ')
  return (
    <span className="trend">
      <svg width={values.length * STEP} height={HEIGHT} aria-hidden="true">
        <line x1={0} x2={values.length * STEP} y1={middle} y2={middle} />
        {values.map((value, at) => {
          const size = Math.min(1, Math.abs(value ?? 0) / full) * (middle - 1)
          const y = (value ?? 0) > 0 ? middle - size : middle
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
          return <rect key={at} x={at * STEP + 1} y={y} width={STEP - 3} height={Math.max(size, 0.5)} />
        })}
      </svg>
      <span className="sr-only">{t('trendIs', { values: words })}</span>
    </span>
  )
}

/** +12, −3 with a true minus, 0. */
export function signed(value: number): string {
  const rounded = Math.round(value)
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0'
}
