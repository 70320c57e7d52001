import { scoringTexts } from '../../i18n/scoring.ts'
import { useTexts } from '../../lib/language.tsx'

/** How often something was found: two big buttons and the count between them. */
export function Counter({
  name,
  count,
  change,
}: {
  name: string
  count: number
  change: (count: number) => void
}) {
  const t = useTexts(scoringTexts)
  return (
    <span className="counter">
      <button
        type="button"
        aria-label={t('fewer', { name })}
        disabled={count === 0}
        onClick={() => change(count - 1)}
      >
        <span aria-hidden="true">−</span>
      </button>
      <output aria-label={t('times', { name })}>{count}</output>
      <button
        type="button"
        aria-label={t('more', { name })}
        disabled={count === 999}
        onClick={() => change(count + 1)}
      >
        <span aria-hidden="true">+</span>
      </button>
    </span>
  )
}
