import { Button } from 'antd'
import { CategoryGroup } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useDeadlineWords } from '../../../ui/issues/use-deadline-words.ts'
import { NameSelect } from '../../../ui/name-select.tsx'

/** Three piles and six disorders, where nothing has been chosen before. */
const chips = 9

type Props = {
  value: string | undefined
  choose: (category: string) => void
  /** Chosen before on this device, the latest first. */
  recent: readonly string[]
  error: string | undefined
}

/** What kind of problem: one tap on what is usual here, else a search in the whole catalogue. */
export function CategoryField({ value, choose, recent, error }: Props) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const deadline = useDeadlineWords()
  const active = (useCategories().data ?? [])
    .filter((category) => category.active)
    .sort((a, b) => CategoryGroup.options.indexOf(a.group) - CategoryGroup.options.indexOf(b.group))
  const byId = new Map(active.map((category) => [category.id, category]))
  const usual = [
    ...recent.flatMap((id) => byId.get(id) ?? []),
    ...active.filter(({ id }) => !recent.includes(id)),
  ].slice(0, chips)
  const chosen = value === undefined ? undefined : byId.get(value)
  return (
    <FormField
      label={t('category')}
      error={error}
      hint={
        chosen &&
        `${words(`group_${chosen.group}`)} · ${words(`severity_${chosen.severity}`)} · ${deadline(chosen.deadline)}`
      }
    >
      {(control) => (
        <>
          <fieldset className="category-chips" aria-label={t('usualCategories')}>
            {usual.map(({ id, name }) => (
              <Button
                key={id}
                shape="round"
                type={id === value ? 'primary' : 'default'}
                aria-pressed={id === value}
                onClick={() => choose(id)}
              >
                {name}
              </Button>
            ))}
          </fieldset>
          <NameSelect
            {...control}
            placeholder={t('allCategories', { n: active.length })}
            value={value ?? null}
            onChange={(next: string | null) => next !== null && choose(next)}
            options={active.map(({ id, name, group }) => ({
              value: id,
              label: `${name} · ${words(`group_${group}`)}`,
            }))}
          />
        </>
      )}
    </FormField>
  )
}
