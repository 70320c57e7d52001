import { useState } from 'react'
import type { FieldBundle } from '../../../../schema/api/field.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { Choices } from '../../pieces/choices.tsx'
import type { FieldRecord } from '../../store/records.ts'
import { likelyCategories } from './guess.ts'

type Props = {
  bundle: FieldBundle
  records: readonly FieldRecord[]
  value: string | undefined
  choose: (category: string) => void
}

const shortList = 6

/** What kind of thing it is, the likely kinds first. */
export function CategoryField({ bundle, records, value, choose }: Props) {
  const t = useTexts(fieldIssuesTexts)
  const [all, setAll] = useState(false)
  // The order stays while the form is open, although choosing changes what is likely.
  const [likely] = useState(() => likelyCategories(bundle, records))
  const short = likely.slice(0, shortList)
  const chosen = likely.find(({ id }) => id === value)
  const shown = all ? likely : chosen && !short.includes(chosen) ? [chosen, ...short] : short
  return (
    <div className="category-field">
      <Choices
        label={t('category')}
        value={value}
        choose={choose}
        options={shown.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {!all && likely.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('allCategories', { n: likely.length })}
        </button>
      )}
    </div>
  )
}
