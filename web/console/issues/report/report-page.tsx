import { Alert, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { IssueSource } from '../../../../schema/api/issues.ts'
import { sourcesOf } from '../../../../worker/domain/issues/sources.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { useWritableAreas } from '../../../lib/writable-areas.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PhotoField } from '../../../ui/photos/photo-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { CategoryField } from './category-field.tsx'
import { isSendable, issueOf, recentAfter } from './draft.ts'
import { PlaceField } from './place-field.tsx'
import { PossibleDuplicates } from './possible-duplicates.tsx'
import { read, write } from './storage.ts'
import { useDraft } from './use-draft.ts'
import { useDuplicates, useJoin, useRaise } from './use-report.ts'

/** A problem found: what kind, where, in a few words; possibly the same one is offered before it is saved. */
export function ReportPage() {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const { county, member, may } = useCounty()
  const go = useNavigate()
  const said = useUndoable()
  const areas = useWritableAreas('issue.write')
  const { draft, restored, change, begin } = useDraft()
  const maySolve = may('issue.solve') && sourcesOf[member.role].includes('field_visit')
  // What was solved on the spot was found on a field visit.
  const sources = draft.solved ? (['field_visit'] as const) : sourcesOf[member.role]
  const [recent, setRecent] = useRecent()
  const [sending, setSending] = useState(false)
  const [sendingAfter, setSendingAfter] = useState(false)
  const duplicates = useDuplicates(draft).data ?? []
  const raise = useRaise(({ id, no }) => {
    begin()
    said(t('didReport', { no }))
    go(`/${county}/issues/${id}`)
  })
  const join = useJoin(({ id, no }) => {
    begin()
    said(t('didJoin', { no }))
    go(`/${county}/issues/${id}`)
  })
  const problem = raise.error instanceof ApiProblem ? raise.error : undefined
  const at = (path: string) => problem?.at(path)
  const send = () => {
    if (draft.category !== undefined) setRecent(recentAfter(recent, draft.category))
    raise.mutate({ id: draft.id, issue: issueOf(draft) })
  }
  return (
    <div className="report-issue">
      <PageHeader title={t('report')} hint={t('reportHint')} />
      {restored && (
        <Alert
          type="info"
          title={t('draftRestored')}
          action={<Button onClick={begin}>{t('discardDraft')}</Button>}
        />
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isSendable(draft) && !raise.isPending) send()
        }}
      >
        <CategoryField
          value={draft.category}
          choose={(category) => change({ category })}
          recent={recent}
          error={at('category')}
        />
        <FormField label={t('village')} error={at('area')}>
          {(control) => (
            <NameSelect
              {...control}
              value={draft.area ?? null}
              onChange={(area: string | null) => change({ area: area ?? undefined })}
              options={areas}
            />
          )}
        </FormField>
        <PossibleDuplicates
          duplicates={duplicates}
          busy={join.isPending}
          join={(issue) => join.mutate({ issue, draft })}
        />
        <FormField label={t('text')} error={at('text')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 10 }}
              maxLength={4000}
              value={draft.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          )}
        </FormField>
        <PlaceField
          location={draft.location}
          place={draft.place}
          change={change}
          error={at('location') ?? at('place.lat')}
        />
        <div className="form-field">
          <PhotoField
            label={t('photos_before')}
            value={draft.photos}
            change={(photos) => change({ photos })}
            busy={setSending}
          />
        </div>
        <FormField label={t('source')} error={at('source')}>
          {(control) => (
            <Select<IssueSource>
              {...control}
              value={draft.source}
              onChange={(source) => change({ source })}
              options={sources.map((value) => ({ value, label: words(`source_${value}`) }))}
            />
          )}
        </FormField>
        {maySolve && (
          <div className="report-check">
            <Checkbox
              checked={draft.solved}
              onChange={({ target }) =>
                change({ solved: target.checked, source: target.checked ? 'field_visit' : draft.source })
              }
            >
              {t('solvedOnTheSpot')}
            </Checkbox>
          </div>
        )}
        {draft.solved && (
          <>
            <FormField label={t('solvedHow')} error={at('solved.note')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 2, maxRows: 10 }}
                  maxLength={4000}
                  value={draft.solvedNote}
                  onChange={({ target }) => change({ solvedNote: target.value })}
                />
              )}
            </FormField>
            <div className="form-field">
              <PhotoField
                label={t('photos_after')}
                value={draft.solvedPhotos}
                change={(solvedPhotos) => change({ solvedPhotos })}
                busy={setSendingAfter}
              />
            </div>
          </>
        )}
        {join.error && <ErrorState error={join.error} />}
        {raise.error && <ErrorState error={raise.error} />}
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={raise.isPending}
          disabled={!isSendable(draft) || sending || sendingAfter}
        >
          {t(draft.solved ? 'sendSolved' : 'send')}
        </Button>
        {!isSendable(draft) && <p className="soft">{t('incomplete')}</p>}
      </form>
    </div>
  )
}

/** The categories chosen last on this device. */
function useRecent() {
  const { county } = useCounty()
  const key = `issue-categories ${county}`
  const [recent, setRecent] = useState<string[]>(() => (read(key) ?? '').split(' ').filter(Boolean))
  const keep = (next: string[]) => {
    setRecent(next)
    write(key, next.join(' '))
  }
  return [recent, keep] as const
}
