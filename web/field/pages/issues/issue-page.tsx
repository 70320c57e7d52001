import type { FieldIssue } from '../../../../schema/api/field.ts'
import type { StepKind } from '../../../../schema/api/issues.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { useTexts } from '../../../lib/language.tsx'
import { IssueState } from '../../../ui/issues/issue-state.tsx'
import { TimeLeft } from '../../../ui/issues/time-left.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField } from '../../field-context.tsx'
import { Empty } from '../../pieces/empty.tsx'
import { Thumbnail } from '../../pieces/picture.tsx'
import { Link } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { useToast } from '../../pieces/toast.tsx'
import { IssueHistory } from './issue-history.tsx'
import { stepsOf, versionSeen } from './issue-records.ts'
import { useIssueNow } from './use-issue-now.ts'

/** Steps that a phone in the field is for; the others are the office's work. */
const here: readonly StepKind[] = ['started', 'noted', 'returned', 'revisited', 'rectified', 'closed']

/** One issue: what it looked like, how long is left, and what its reader can do about it. */
export function IssuePage({ id }: { id: string }) {
  const t = useTexts(fieldIssuesTexts)
  const words = useTexts(issueWordsTexts)
  const bundle = useBundle()
  const records = useRecords() ?? []
  const fresh = useIssueNow(id)
  const synced = bundle?.issues.find((one) => one.id === id)
  const issue = fresh ? { ...fresh, thumbnails: synced?.thumbnails ?? [] } : synced
  if (!bundle)
    return (
      <Screen title={t('issue')} back="/">
        {null}
      </Screen>
    )
  if (!issue) {
    return (
      <Screen title={t('issue')} back="/">
        <Empty title={t('noIssue')}>
          <p className="soft">{t('noIssueHint')}</p>
        </Empty>
      </Screen>
    )
  }
  const taken = stepsOf(records, id).filter(({ state }) => state !== 'sent')
  const waiting = taken.flatMap(({ state, body }) =>
    state === 'waiting' || state === 'sending' ? [body.record.kind] : [],
  )
  // Begun or noted here, it may go on; done here, it is in the service's hands.
  const handled = waiting.some((step) => step !== 'started' && step !== 'noted')
  const may = here.filter((step) => issue.steps.includes(step) && !handled && !waiting.includes(step))
  const category = bundle.categories.find((one) => one.id === issue.category)?.name
  const photos = fresh?.photos ?? []
  return (
    <Screen
      title={words('number', { no: issue.no })}
      back="/"
      about={
        <span className="facts">
          <IssueState state={issue.state} />
          {issue.state !== 'rectified' && <TimeLeft issue={issue} />}
        </span>
      }
      actions={
        may.length > 0 ? (
          <Steps issue={issue} may={may} version={versionSeen(issue, records, Date.parse(bundle.at))} />
        ) : undefined
      }
    >
      <p className="issue-text">{issue.text}</p>
      <p className="soft">
        {[villageName(issue.areaName), issue.location, category, words(`severity_${issue.severity}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {taken.map(({ id: record, body, state }) => (
        <p key={record} className={state === 'refused' ? 'banner urgent' : 'banner'}>
          {t(`step_${state === 'sent' ? 'sending' : state}`, {
            step: words(`event_${body.record.kind ?? 'noted'}`),
          })}{' '}
          <Link to="/outbox">{t('toOutbox')}</Link>
        </p>
      ))}
      {may.length === 0 && taken.length === 0 && <p className="soft">{t('noSteps')}</p>}
      <ul className="thumbs large">
        {photos.length > 0
          ? photos.map(({ id: photo, role, url }) => (
              <li key={photo}>
                <figure>
                  <img src={url} alt={t(`photo_${role}`)} loading="lazy" />
                  <figcaption>{t(`photo_${role}`)}</figcaption>
                </figure>
              </li>
            ))
          : issue.thumbnails.map(({ photo, role, url }) => (
              <li key={photo}>
                <figure>
                  <Thumbnail photo={photo} url={url} alt={t(`photo_${role}`)} />
                  <figcaption>{t(`photo_${role}`)}</figcaption>
                </figure>
              </li>
            ))}
      </ul>
      {fresh && <IssueHistory events={fresh.events} />}
    </Screen>
  )
}

type StepsProps = { issue: FieldIssue; may: readonly StepKind[]; version: number }

/** What can be done now; the last is what it is waiting for. */
function Steps({ issue, may, version }: StepsProps) {
  const t = useTexts(fieldIssuesTexts)
  const { store } = useField()
  const say = useToast()
  const start = async () => {
    const record = { kind: 'started' as const, version, deviceAt: new Date().toISOString() }
    const id = await store.begin({ kind: 'step', issue: issue.id, record }, issue.text)
    await store.finish(id)
    say(t('started'))
  }
  const main = may[may.length - 1]
  return (
    <>
      {may.map((step) =>
        step === 'started' ? (
          <button key={step} type="button" className="button" onClick={start}>
            {t('do_started')}
          </button>
        ) : (
          <Link
            key={step}
            className={step === main ? 'button primary' : 'button'}
            to={`/issues/${issue.id}/${step}`}
          >
            {t(`do_${step}` as 'do_closed')}
          </Link>
        ),
      )}
    </>
  )
}
