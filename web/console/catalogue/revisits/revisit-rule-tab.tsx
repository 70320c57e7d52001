import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Spin } from 'antd'
import { useState } from 'react'
import type { RevisitRule } from '../../../../schema/api/issues.ts'
import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'

const route = api.counties[':county'].settings.revisits

/** Which closed issues are looked at again. */
export function RevisitRuleTab() {
  const { county } = useCounty()
  const { data, error, refetch } = useQuery({
    queryKey: [county, 'settings', 'revisits'],
    queryFn: () => answer(route.$get({ param: { county } })),
  })
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <RuleForm key={JSON.stringify(data)} rule={data} /> : <Spin />
}

function RuleForm({ rule }: { rule: RevisitRule }) {
  const t = useTexts(catalogueTexts)
  const ui = useTexts(uiTexts)
  const { county, may } = useCounty()
  const said = useUndoable()
  const [values, setValues] = useState(rule)
  const save = useChange({
    send: (json: RevisitRule, options) => answer(route.$put({ param: { county }, json }, options)),
    renews: [[county, 'settings', 'revisits']],
    done: () => said(t('didSave')),
  })
  const mayWrite = may('category.write')
  const fields = [
    ['afterDays', 1, 365, values.afterDays, t('days')],
    ['share', 0, 100, Math.round(values.share * 100), '%'],
    ['relapses', 1, 100, values.relapses, t('times')],
    ['withinDays', 1, 365, values.withinDays, t('days')],
  ] as const
  return (
    <form
      className="revisit-rule"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(values)
      }}
    >
      <p className="soft">{t('revisitHint')}</p>
      {fields.map(([name, min, max, value, suffix]) => (
        <FormField key={name} label={t(`revisit_${name}`)} hint={t(`revisitHint_${name}`)}>
          {(control) => (
            <InputNumber
              {...control}
              min={min}
              max={max}
              precision={0}
              suffix={suffix}
              disabled={!mayWrite}
              value={value}
              onChange={(next) =>
                setValues({ ...values, [name]: name === 'share' ? (next ?? 0) / 100 : (next ?? min) })
              }
            />
          )}
        </FormField>
      ))}
      {save.error && <ErrorState error={save.error} />}
      {mayWrite && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {ui('save')}
        </Button>
      )}
    </form>
  )
}
