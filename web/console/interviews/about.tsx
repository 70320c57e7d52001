import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { useTexts } from '../../lib/language.tsx'
import { villageName } from '../../ui/ranking-words.ts'

/** Which village it is about, or which township with how many of its villages. */
export function About({ consequence }: { consequence: Consequence }) {
  const { subjectNames, townshipName } = consequence
  const t = useTexts(interviewsTexts)
  const [only, ...more] = subjectNames
  if (only !== undefined && more.length === 0) {
    return (
      <>
        {villageName(only)} <span className="soft">{townshipName}</span>
      </>
    )
  }
  return (
    <span title={subjectNames.map(villageName).join('、')}>
      {t('grouped', { township: townshipName ?? '', n: subjectNames.length })}
    </span>
  )
}
