import { App } from 'antd'
import { useState } from 'react'
import type { RaterFlag } from '../../../schema/api/raters.ts'
import { ratersTexts } from '../../i18n/raters.ts'
import { answer, api } from '../../lib/api.ts'
import { useUnits } from '../../lib/county-areas.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { newUuid } from '../../lib/request-key.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { NameSelect } from '../../ui/name-select.tsx'
import { villageName } from '../../ui/ranking-words.ts'

type Props = {
  villages: RaterFlag['villages']
  /** The reporter in question, who cannot be the one to look again. */
  questioned: string
  close: () => void
}

const IN_DAYS = 3

/**
 * Plans another look at some villages by another group. To that group it reads like any other visit: neither what was
 * asked nor of whom goes with it.
 */
export function SecondLook({ villages, questioned, close }: Props) {
  const t = useTexts(ratersTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  const units = useUnits()
  const [unit, setUnit] = useState<string>()
  const [dueOn, setDueOn] = useState(() => shanghaiDay(Date.now() + IN_DAYS * 86_400_000))
  // Made once, so that a second try plans nothing twice.
  const [ids] = useState(() => new Map(villages.map(({ id }) => [id, newUuid()])))
  const planning = useChange({
    send: async (wanted: { unit: string; dueOn: string }) => {
      for (const [subject, id] of ids)
        await answer(
          api.counties[':county'].visits.$post(
            { param: { county }, json: { id, purpose: 'blind', subject, ...wanted } },
            { headers: { 'idempotency-key': id } },
          ),
        )
    },
    renews: [[county, 'visits']],
    done: () => {
      message.success(t('planned', { n: villages.length }))
      close()
    },
  })
  const groups = (units.data ?? []).filter(
    ({ id, kind, active }) => kind === 'group' && active && id !== questioned,
  )
  return (
    <FormDialog
      title={t('secondLookTitle')}
      submitLabel={t('plan')}
      busy={planning.isPending}
      error={planning.error}
      disabled={unit === undefined || dueOn === ''}
      submit={() => unit !== undefined && planning.mutate({ unit, dueOn })}
      close={close}
    >
      <p>{t('secondLookHint')}</p>
      <ul>
        {villages.map(({ id, name, townshipName }) => (
          <li key={id}>
            {villageName(name)} <span className="soft">{townshipName}</span>
          </li>
        ))}
      </ul>
      <FormField label={t('byWhom')} hint={t('byWhomHint')}>
        {(control) => (
          <NameSelect<string | undefined>
            {...control}
            value={unit}
            onChange={(id) => setUnit(id)}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
      <FormField label={t('dueOn')}>
        {(control) => <DayInput {...control} value={dueOn} change={setDueOn} />}
      </FormField>
    </FormDialog>
  )
}
