import { useState } from 'react'
import type { FieldBundle, FieldIssue } from '../../../../schema/api/field.ts'
import type { IssueStep, StepKind } from '../../../../schema/api/issues.ts'
import { needsNote } from '../../../../worker/domain/issues/step-errors.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField } from '../../field-context.tsx'
import { Choices } from '../../pieces/choices.tsx'
import { Empty } from '../../pieces/empty.tsx'
import { NoteField } from '../../pieces/note-field.tsx'
import { PhotoStrip } from '../../pieces/photo-strip.tsx'
import { go, goBack } from '../../pieces/router.tsx'
import { SavedLine } from '../../pieces/saved-line.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { useToast } from '../../pieces/toast.tsx'
import { useLateDraft } from '../../pieces/use-late-draft.ts'
import type { FieldRecord } from '../../store/records.ts'
import { Before } from './before.tsx'
import { stepsOf, versionSeen } from './issue-records.ts'

const kinds = ['rectified', 'closed', 'returned', 'revisited', 'noted'] as const
type Kind = (typeof kinds)[number]

/** A step of an issue that is more than a tap: repaired, checked, sent back, seen again, a note. */
export function StepPage({ issue: id, kind }: { issue: string; kind: string }) {
  const t = useTexts(fieldIssuesTexts)
  const bundle = useBundle()
  const records = useRecords()
  const step = kinds.find((one) => one === kind)
  if (!bundle || !records)
    return (
      <Screen title={t('issue')} back={`/issues/${id}`}>
        {null}
      </Screen>
    )
  const issue = bundle.issues.find((one) => one.id === id)
  const drafts = stepsOf(records, id).filter(
    ({ state, body }) => state === 'draft' && body.record.kind === kind,
  )
  if (!step || (!issue && drafts.length === 0)) {
    return (
      <Screen title={t('issue')} back="/">
        <Empty title={t('noIssue')} />
      </Screen>
    )
  }
  return <Step id={id} step={step} {...{ bundle, records, issue }} draftId={drafts[0]?.id} />
}

type StepProps = {
  id: string
  step: Kind
  bundle: FieldBundle
  records: readonly FieldRecord[]
  issue: FieldIssue | undefined
  draftId: string | undefined
}

function Step({ id, step, bundle, records, issue, draftId }: StepProps) {
  const t = useTexts(fieldIssuesTexts)
  const words = useTexts(issueWordsTexts)
  const { store } = useField()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  // A draft begun on this very screen is the one it began with.
  const [begunWith] = useState(draftId)
  const draft = useLateDraft('step', {
    id: begunWith,
    guess: () => ({ kind: 'step', issue: id, record: begun(step, issue, records, bundle) }),
    titleOf: () => issue?.text ?? t('issue'),
  })
  const { body, savedAt, keep } = draft
  const { record } = body
  const set = (part: Partial<IssueStep>) => draft.change({ ...body, record: { ...record, ...part } })
  const lacking =
    (needsNote(step) && !record.note?.trim()) || (step === 'revisited' && record.good === undefined)
  const send = async () => {
    setBusy(true)
    const { note = '', ...rest } = record
    const said = note.trim() === '' ? {} : { note: note.trim() }
    await draft.finish({ ...body, record: { ...rest, ...said, deviceAt: new Date().toISOString() } })
    say(t('stepTaken', { step: words(`event_${step}`) }))
    go('/', { replace: true })
  }
  const discard = async () => {
    const gone = draft.id
    if (gone !== undefined) {
      await store.discard(gone)
      say(t('discarded'), () => store.undiscard(gone))
    }
    goBack(`/issues/${id}`)
  }
  const role = step === 'rectified' || step === 'closed' ? 'after' : 'evidence'
  return (
    <Screen
      title={t(`do_${step}`)}
      back={`/issues/${id}`}
      about={
        <>
          {[issue && words('number', { no: issue.no }), issue && villageName(issue.areaName)]
            .filter(Boolean)
            .join(' · ')}
          {draft.id !== undefined && <SavedLine at={savedAt} />}
        </>
      }
      actions={
        <button type="button" className="button primary" disabled={busy || lacking} onClick={send}>
          {t(`send_${step}`)}
        </button>
      }
    >
      {issue && <p className="issue-text">{issue.text}</p>}
      {step === 'revisited' && (
        <Choices
          label={t('howIsIt')}
          value={record.good === undefined ? undefined : record.good ? 'good' : 'bad'}
          choose={(value) => set({ good: value === 'good' })}
          options={[
            { value: 'good', label: t('stillGood'), tone: 'good' },
            { value: 'bad', label: t('badAgain'), tone: 'bad' },
          ]}
        />
      )}
      <Before issue={issue} id={id} compare={role === 'after'} record={draft.id} begin={keep} />
      <PhotoStrip
        record={draft.id}
        begin={keep}
        label={role === 'after' ? t('afterPhotos') : t('evidencePhotos')}
        as={role}
      />
      <NoteField
        label={needsNote(step) ? t('whyNeeded') : t('note')}
        value={record.note ?? ''}
        most={4000}
        required={needsNote(step)}
        change={(note) => set({ note })}
      />
      {draft.id !== undefined && (
        <button type="button" className="button wide danger" onClick={discard}>
          {t('discard')}
        </button>
      )}
    </Screen>
  )
}

/** A step as it begins: of the issue as it is seen now. A note goes in whatever has happened meanwhile. */
function begun(
  kind: StepKind,
  issue: FieldIssue | undefined,
  records: readonly FieldRecord[],
  { at }: FieldBundle,
): Partial<IssueStep> {
  if (!issue || kind === 'noted') return { kind }
  return { kind, version: versionSeen(issue, records, Date.parse(at)) }
}
