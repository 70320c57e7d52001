import { useState } from 'react'
import type { FieldBundle } from '../../../../schema/api/field.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { AreaPicker } from '../../pieces/area-picker.tsx'
import { reaches, within } from '../../pieces/areas.ts'

type Props = { bundle: FieldBundle; area: string | undefined; choose: (area: string) => void }

/** Where it is, as guessed, with a way to choose another village. */
export function WhereField({ bundle: { areas, member }, area, choose }: Props) {
  const t = useTexts(fieldIssuesTexts)
  const [choosing, setChoosing] = useState(false)
  const chosen = areas.find(({ id }) => id === area)
  if (chosen && !choosing) {
    return (
      <p className="chosen">
        <span className="soft">{t('where')}</span>
        <strong>{villageName(chosen.name)}</strong>
        <span className="soft">{within(areas, chosen.id)}</span>
        <button type="button" className="button" onClick={() => setChoosing(true)}>
          {t('another')}
        </button>
      </p>
    )
  }
  return (
    <AreaPicker
      areas={areas}
      among={areas.filter(({ id, level }) => level !== 'county' && reaches(areas, member.scope, id))}
      label={t('where')}
      choose={({ id }) => {
        choose(id)
        setChoosing(false)
      }}
    />
  )
}
