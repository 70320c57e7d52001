import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { type Activity, activityKinds } from '../../../schema/api/outreach.ts'
import { measureOf } from '../../../worker/domain/outreach/sums.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { answer, api } from '../../lib/api.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { newUuid } from '../../lib/request-key.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useWritableAreas } from '../../lib/writable-areas.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { NameSelect } from '../../ui/name-select.tsx'
import { PhotoField } from '../../ui/photos/photo-field.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { asSent, type EntryValues, startingWith } from './entry-values.ts'
import { outreachKey, useTeams } from './queries.ts'

/** One line of the log: new, or changed as it was seen. */
export function EntryForm({ entry, close }: { entry?: Activity; close: () => void }) {
  const t = useTexts(outreachTexts)
  const ui = useTexts(uiTexts)
  const { county, member } = useCounty()
  const say = useUndoable()
  const areas = useWritableAreas('outreach.write')
  const teams = useTeams().data ?? []
  const [id] = useState(newUuid)
  const [values, setValues] = useState(() =>
    startingWith(entry, member.scope.id ?? '', shanghaiDay(Date.now())),
  )
  const [sending, setSending] = useState(false)
  const set = (part: Partial<EntryValues>) => setValues((before) => ({ ...before, ...part }))
  const one = api.counties[':county'].activities[':id']
  const change = useChange({
    send: (typed: EntryValues, options): Promise<unknown> =>
      entry
        ? answer(
            one.$patch(
              { param: { county, id: entry.id }, json: { ...asSent(typed), version: entry.version } },
              options,
            ),
          )
        : answer(one.$put({ param: { county, id }, json: asSent(typed) })),
    renews: [outreachKey(county)],
    done: () => {
      say(t(entry ? 'didChange' : 'did'))
      close()
    },
  })
  const at = (path: string) => (change.error instanceof ApiProblem ? change.error.at(path) : undefined)
  const amount = (label: string, key: 'amount' | 'people' | 'volunteers' | 'hours', path: string) => (
    <FormField label={label} error={at(path)}>
      {(control) => (
        <InputNumber
          {...control}
          min={0}
          max={key === 'hours' ? 1000 : 10_000_000}
          precision={key === 'hours' ? 1 : 0}
          value={values[key]}
          onChange={(value) => set({ [key]: value })}
        />
      )}
    </FormField>
  )
  return (
    <FormDialog
      wide
      title={t(entry ? 'editTitle' : 'addTitle')}
      submitLabel={ui('save')}
      busy={change.isPending}
      disabled={values.area === '' || values.day === '' || sending}
      error={change.error}
      submit={() => change.mutate(values)}
      close={close}
    >
      <div className="entry-fields">
        <FormField label={t('kind')} error={at('kind')}>
          {(control) => (
            <Select
              {...control}
              value={values.kind}
              onChange={(kind) => set({ kind })}
              options={activityKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('day')} error={at('day')}>
          {(control) => <DayInput {...control} value={values.day} change={(day) => set({ day })} />}
        </FormField>
        <FormField label={t('place')} error={at('area')}>
          {(control) => (
            <NameSelect
              {...control}
              value={values.area || null}
              onChange={(area: string | null) => set({ area: area ?? '' })}
              options={areas}
            />
          )}
        </FormField>
        {amount(t(measureOf[values.kind]), 'amount', measureOf[values.kind])}
        {amount(t('people'), 'people', 'people')}
        <FormField label={t('team')} error={at('team')}>
          {(control) => (
            <Select
              {...control}
              value={values.team}
              onChange={(team) =>
                set({ team, volunteers: teams.find((x) => x.id === team)?.members ?? null })
              }
              options={[
                { value: '', label: t('noTeam') },
                ...teams
                  .filter((team) => team.active || team.id === values.team)
                  .map((team) => ({ value: team.id, label: team.name })),
              ]}
            />
          )}
        </FormField>
        {amount(t('volunteers'), 'volunteers', 'volunteers')}
        {amount(t('hours'), 'hours', 'hours')}
      </div>
      <FormField label={t('note')} error={at('note')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={4000}
            value={values.note}
            onChange={({ target }) => set({ note: target.value })}
          />
        )}
      </FormField>
      <PhotoField
        label={t('photos')}
        value={values.photos}
        change={(photos) => set({ photos })}
        busy={setSending}
      />
    </FormDialog>
  )
}
