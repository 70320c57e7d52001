import { interviewsTexts } from '../../i18n/interviews.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { Choice } from './choice.tsx'

type Props = { value: string | undefined; choose: (township: string | undefined) => void }

/** Narrows to one township; left out for members who see no more than one. */
export function TownshipChoice({ value, choose }: Props) {
  const t = useTexts(interviewsTexts)
  const { member } = useCounty()
  const townships = useAreas().data?.townships ?? []
  if (member.scope.kind !== 'county') return null
  return (
    <Choice
      label={t('township')}
      none={t('everyTownship')}
      value={value}
      options={townships.map(({ id, name }) => ({ value: id, label: name }))}
      choose={choose}
    />
  )
}
