import { useState } from 'react'
import type { Issue } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useIssues } from '../queries.ts'

type Props = {
  issue: Pick<Issue, 'id' | 'area'>
  value: string | undefined
  choose: (issue: string | undefined) => void
  error: string | undefined
}

/** The issue of the same village that this one is the same as; by number, text or place. */
export function DuplicateField({ issue, value, choose, error }: Props) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const [limit] = useState(200)
  const { data } = useIssues({ area: issue.area }, limit)
  const others = (data?.items ?? []).filter(({ id, state }) => id !== issue.id && state !== 'duplicate')
  return (
    <FormField
      label={t('duplicateOf')}
      hint={data && others.length === 0 ? t('noOthers') : t('duplicateHint')}
      error={error}
    >
      {(control) => (
        <NameSelect
          {...control}
          value={value ?? null}
          onChange={(next: string | null) => choose(next ?? undefined)}
          options={others.map(({ id, no, text, areaName, location }) => ({
            value: id,
            label: [words('number', { no }), text.slice(0, 40), location ?? villageName(areaName)].join(
              ' · ',
            ),
          }))}
        />
      )}
    </FormField>
  )
}
