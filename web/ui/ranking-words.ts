import type { Cadence } from '../../schema/api/boards.ts'
import { shortName } from '../../worker/domain/sheets/village-name.ts'
import { rankingTexts } from '../i18n/ranking.ts'
import { useTexts } from '../lib/language.tsx'

const known = ['township', 'inspection', 'drone', 'public'] as const
type Known = (typeof known)[number]

/** What a source is called: a known one by its word, a county's own by the name the county gave it. */
export function useSourceName(): (source: string) => string {
  const t = useTexts(rankingTexts)
  return (source) => (isKnown(source) ? t(`source_${source}`) : source)
}

/** 每周五 18:00 */
export function useCadenceWords(): (cadence: Cadence) => string {
  const t = useTexts(rankingTexts)
  return (cadence) => {
    const at = cadence.closesAt
    if (cadence.every === 'day') return t('everyDay', { at })
    if (cadence.every === 'month') return t('everyMonth', { day: cadence.closesOn, at })
    return t('everyWeek', { day: t(`day_${cadence.closesOn}`), at })
  }
}

/** A village as people call it: 石门村 for 石门村民委员会. */
export function villageName(name: string): string {
  return shortName(name).replace(/村村$/u, '村')
}

function isKnown(source: string): source is Known {
  return (known as readonly string[]).includes(source)
}
