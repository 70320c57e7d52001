import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useSheet } from '../../../lib/scoring-sheets.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { FindingFields } from '../../../ui/inspections/finding-fields.tsx'
import { withMore } from '../../../ui/inspections/found.ts'
import { ScoreShown } from '../../../ui/inspections/score-shown.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PhotoField } from '../../../ui/photos/photo-field.tsx'
import { inspectionsKey } from '../queries.ts'
import { AboutFields } from './about-fields.tsx'
import { inspectionOf } from './draft.ts'
import { PlaceField } from './place-field.tsx'
import { useDraft } from './use-draft.ts'

/** Scores a place with a sheet; `?subject=`, `?sheet=` and `?visit=` fill in what is known. */
export default function EntryPage() {
  const t = useTexts(inspectionsTexts)
  const dates = useDates()
  const { message } = App.useApp()
  const go = useNavigate()
  const { county } = useCounty()
  const { draft, change, forget, startOver, restoredAt } = useDraft(useWanted())
  const sheet = useSheet(draft.sheet, draft.version === 0 ? undefined : draft.version).data
  const [sending, setSending] = useState<readonly string[]>([])
  const busy = (field: string) => (on: boolean) =>
    setSending((before) =>
      on === before.includes(field)
        ? before
        : on
          ? [...before, field]
          : before.filter((one) => one !== field),
    )
  const send = useChange({
    send: (_: undefined, options) =>
      answer(
        api.counties[':county'].inspections[':id'].$put(
          { param: { county, id: draft.id }, json: inspectionOf({ ...draft, version }, Date.now()) },
          options,
        ),
      ),
    renews: [inspectionsKey(county)],
    done: ({ id, score }) => {
      forget()
      message.success(score === null ? t('submittedWithout') : t('submitted', { score: score.toFixed(2) }))
      go(`/${county}/inspections/${id}`, { replace: true })
    },
  })
  const version = sheet?.version ?? draft.version
  const problem = send.error instanceof ApiProblem ? send.error : undefined
  return (
    <div className="entry">
      <PageHeader title={t('newTitle')} hint={t('newHint')} />
      {restoredAt !== undefined && (
        <Alert
          type="info"
          title={t('restored', { at: dates.momentShort(restoredAt) })}
          action={<Button onClick={startOver}>{t('startOver')}</Button>}
        />
      )}
      <AboutFields draft={draft} change={change} problem={problem} />
      {sheet && (
        <>
          <FindingFields
            method={sheet.method}
            items={sheet.items}
            found={draft}
            change={({ findings, answers }) => change({ findings, answers, version: sheet.version })}
            more={(finding, { name }) => (
              <>
                <Input
                  aria-label={`${name} ${t('findingNote')}`}
                  placeholder={t('findingNote')}
                  maxLength={1000}
                  value={finding.note ?? ''}
                  onChange={({ target }) => change(withMore(draft, finding, { note: target.value }))}
                />
                <PhotoField
                  label={t('findingPhotos', { name })}
                  value={finding.photos ?? []}
                  change={(photos) => change(withMore(draft, finding, { photos }))}
                  busy={busy(`${finding.item}/${finding.deduction}`)}
                />
              </>
            )}
          />
          <PlaceField place={draft.place} change={(place) => change({ place })} />
          <FormField label={t('note')} error={problem?.at('note')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={4000}
                value={draft.note}
                onChange={({ target }) => change({ note: target.value })}
              />
            )}
          </FormField>
          <PhotoField
            label={t('photos')}
            value={draft.photos}
            change={(photos) => change({ photos })}
            busy={busy('others')}
          />
          {send.error && <ErrorState error={send.error} />}
          <div className="entry-bar">
            <ScoreShown method={sheet.method} items={sheet.items} found={draft} />
            {sending.length > 0 && <span className="soft">{t('sending')}</span>}
            <Button
              type="primary"
              size="large"
              loading={send.isPending}
              disabled={draft.subject === '' || sending.length > 0}
              onClick={() => send.mutate(undefined)}
            >
              {t('submit')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function useWanted() {
  const [params] = useSearchParams()
  const wanted = ['subject', 'sheet', 'visit', 'unit'] as const
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const value = params.get(name)
      return value ? [[name, value]] : []
    }),
  )
}
