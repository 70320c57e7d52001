import { Button, Input, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { type MeetingDetail, MeetingKind } from '../../../../schema/api/outreach.ts'
import { meetingsTexts } from '../../../i18n/meetings.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { Unsaved } from '../../../ui/unsaved.tsx'
import { meetingsKey } from '../queries.ts'
import { DecisionFields } from './decision-fields.tsx'
import { asSent, type MeetingValues, valuesOf } from './meeting-values.ts'
import { SpeechFields } from './speech-fields.tsx'

/** Everything of one record. What is typed is held up before it is lost. */
export function MeetingForm({ meeting }: { meeting?: MeetingDetail }) {
  const t = useTexts(meetingsTexts)
  const ui = useTexts(uiTexts)
  const go = useNavigate()
  const { county } = useCounty()
  const say = useUndoable()
  const known = useBodies()
  const [id] = useState(() => meeting?.id ?? newUuid())
  const [first] = useState(() => valuesOf(meeting, Date.now(), t('absent')))
  const [values, setValues] = useState(first)
  const [saved, setSaved] = useState(false)
  const set = (part: Partial<MeetingValues>) => setValues((before) => ({ ...before, ...part }))
  const here = api.counties[':county'].meetings[':id']
  const change = useChange({
    send: (typed: MeetingValues, options) => {
      const json = asSent(typed, known)
      const param = { county, id }
      return meeting
        ? answer(here.$patch({ param, json: { ...json, version: meeting.version } }, options))
        : answer(here.$put({ param, json }))
    },
    renews: [meetingsKey(county)],
  })
  // Only once it is known to be saved: what holds up unsaved forms would hold this up too.
  useEffect(() => {
    if (saved) go(`/${county}/meetings/${id}`, { replace: true })
  }, [saved, go, county, id])
  const save = () =>
    change.mutateAsync(values).then(
      () => {
        say(t('saved'))
        setSaved(true)
      },
      () => undefined,
    )
  const at = (path: string) => (change.error instanceof ApiProblem ? change.error.at(path) : undefined)
  const text = (key: 'title' | 'venue', label: string) => (
    <FormField label={label} error={at(key)}>
      {(control) => (
        <Input
          {...control}
          maxLength={100}
          value={values[key]}
          onChange={({ target }) => set({ [key]: target.value })}
        />
      )}
    </FormField>
  )
  const lines = (key: 'attendance' | 'agenda', label: string, hint: string) => (
    <FormField label={label} hint={hint} error={at(key)}>
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 3, maxRows: 16 }}
          value={values[key]}
          onChange={({ target }) => set({ [key]: target.value })}
        />
      )}
    </FormField>
  )
  return (
    <form
      className="meeting-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) save()
      }}
    >
      <PageHeader title={meeting ? meeting.title : t('add')} />
      <div className="about">
        {text('title', t('name'))}
        <FormField label={t('kind')}>
          {(control) => (
            <Select
              {...control}
              value={values.kind}
              onChange={(kind) => set({ kind })}
              options={MeetingKind.options.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('heldAt')} error={at('heldAt')}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={values.heldAt}
              onChange={({ target }) => set({ heldAt: target.value })}
            />
          )}
        </FormField>
        {text('venue', t('venue'))}
      </div>
      {lines('attendance', t('attendance'), t('attendanceHint'))}
      {lines('agenda', t('agenda'), t('agendaHint'))}
      <SpeechFields speeches={values.speeches} change={(speeches) => set({ speeches })} />
      <DecisionFields decisions={values.decisions} change={(decisions) => set({ decisions })} />
      {change.error && <ErrorState error={change.error} />}
      <p className="row-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          disabled={values.title.trim() === '' || values.heldAt === ''}
        >
          {t('save')}
        </Button>
        <Button onClick={() => go(`/${county}/meetings${meeting ? `/${id}` : ''}`)}>{ui('cancel')}</Button>
      </p>
      <Unsaved unsaved={!saved && values !== first} />
    </form>
  )
}

/** Ids of the county's areas and units by name: what is typed is known again. A name that two have is nobody's. */
function useBodies(): ReadonlyMap<string, string> {
  const areas = useAreas().data
  const units = useUnits().data
  return useMemo(() => {
    const all = [...(units ?? []), ...(areas ? [...areas.townships, ...areas.villages] : [])]
    const names = new Map<string, string>()
    const twice = new Set<string>()
    for (const { id, name } of all) {
      if (names.has(name)) twice.add(name)
      names.set(name, id)
    }
    for (const name of twice) names.delete(name)
    return names
  }, [areas, units])
}
