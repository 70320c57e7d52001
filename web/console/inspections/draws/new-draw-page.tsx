import { Button, Checkbox, Input, InputNumber, Select, Spin } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { DrawReach, type NewDraw } from '../../../../schema/api/visits.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { answer, api } from '../../../lib/api.ts'
import { useUnits } from '../../../lib/county-areas.ts'
import { shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useSheets } from '../../../lib/scoring-sheets.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { inspectionsKey } from '../queries.ts'
import { type OpenRound, useOpenRounds } from './use-open-rounds.ts'

/** Draws who inspects where in a round. */
export default function NewDrawPage() {
  const t = useTexts(inspectionsTexts)
  const rounds = useOpenRounds()
  return (
    <>
      <PageHeader title={t('newDrawTitle')} hint={t('drawsHint')} />
      {!rounds && <Spin />}
      {rounds?.length === 0 && <EmptyState title={t('noRoundTitle')} hint={t('noRoundHint')} />}
      {rounds && rounds.length > 0 && <DrawForm rounds={rounds} />}
    </>
  )
}

function DrawForm({ rounds }: { rounds: readonly OpenRound[] }) {
  const t = useTexts(inspectionsTexts)
  const { county } = useCounty()
  const go = useNavigate()
  const sheets = useSheets().data ?? []
  const groups = useUnits().data?.filter(({ kind, active }) => kind === 'group' && active) ?? []
  const [first] = rounds
  const [values, setValues] = useState<NewDraw>({
    ...{ round: first?.id ?? '', sheet: '', units: [], reach: 'anywhere', anchors: 0.1 },
    dueOn: shanghaiDay(first?.closesAt ?? 0),
  })
  const set = (part: Partial<NewDraw>) => setValues((before) => ({ ...before, ...part }))
  const draw = useChange({
    send: (json: NewDraw, options) =>
      answer(api.counties[':county'].draws.$post({ param: { county }, json }, options)),
    renews: [inspectionsKey(county)],
    done: ({ id }) => go(`/${county}/inspections/draws/${id}`),
  })
  const problem = draw.error instanceof ApiProblem ? draw.error : undefined
  const { round, sheet, units, reach, perUnit, anchors = 0, dueOn, note } = values
  const submit = () => draw.mutate(withoutEmpty(values))
  return (
    <form
      className="draw-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FormField label={t('round')}>
        {(control) => (
          <Select
            {...control}
            value={round}
            onChange={(id) =>
              set({ round: id, dueOn: shanghaiDay(rounds.find((one) => one.id === id)?.closesAt ?? 0) })
            }
            options={rounds.map(({ id, board, no }) => ({ value: id, label: t('drawOf', { board, no }) }))}
          />
        )}
      </FormField>
      <FormField label={t('sheet')} error={problem?.at('sheet')}>
        {(control) => (
          <Select
            {...control}
            placeholder={t('chooseSheet')}
            value={sheet === '' ? null : sheet}
            onChange={(id) => set({ sheet: id ?? '' })}
            options={sheets.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
      <FormField label={t('units')} error={problem?.at('units')}>
        {({ id }) => (
          <Checkbox.Group
            aria-labelledby={id}
            value={units}
            onChange={(next) => set({ units: next.map(String) })}
            options={groups.map((group) => ({ value: group.id, label: group.name }))}
          />
        )}
      </FormField>
      <FormField label={t('reach')}>
        {(control) => (
          <Select
            {...control}
            value={reach ?? 'anywhere'}
            onChange={(next) => set({ reach: next })}
            options={DrawReach.options.map((value) => ({ value, label: t(`reach_${value}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('perUnit')} error={problem?.at('perUnit')}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={500}
            value={perUnit ?? null}
            onChange={(next) =>
              setValues(({ perUnit: _, ...rest }) => (next ? { ...rest, perUnit: next } : rest))
            }
          />
        )}
      </FormField>
      <FormField label={t('anchors')} error={problem?.at('anchors')}>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={50}
            value={Math.round(anchors * 100)}
            onChange={(next) => set({ anchors: (next ?? 0) / 100 })}
          />
        )}
      </FormField>
      <FormField label={t('dueOn')} error={problem?.at('dueOn')}>
        {(control) => <DayInput {...control} value={dueOn} change={(day) => set({ dueOn: day })} />}
      </FormField>
      <FormField label={t('drawNote')} hint={t('replaces')}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={note ?? ''}
            onChange={({ target }) => set({ note: target.value })}
          />
        )}
      </FormField>
      {draw.error && <ErrorState error={draw.error} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={draw.isPending}
        disabled={sheet === '' || units.length === 0 || dueOn === ''}
      >
        {t('draw')}
      </Button>
    </form>
  )
}

function withoutEmpty({ note, ...draw }: NewDraw): NewDraw {
  const said = note?.trim() ?? ''
  return said === '' ? draw : { ...draw, note: said }
}
