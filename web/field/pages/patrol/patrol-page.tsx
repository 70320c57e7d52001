import { useState } from 'react'
import type { FieldBundle, NewPatrol } from '../../../../schema/api/field.ts'
import { fieldPatrolTexts } from '../../../i18n/field-patrol.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField } from '../../field-context.tsx'
import { within } from '../../pieces/areas.ts'
import { Choices } from '../../pieces/choices.tsx'
import { Empty } from '../../pieces/empty.tsx'
import { NoteField } from '../../pieces/note-field.tsx'
import { go, goBack, Link } from '../../pieces/router.tsx'
import { SavedLine } from '../../pieces/saved-line.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle } from '../../pieces/stored.ts'
import { useToast } from '../../pieces/toast.tsx'
import { type Draft, useDraft } from '../../pieces/use-draft.ts'

/** A walk through a grid: each point good or not; what is not good leads on to "found something". */
export function PatrolPage({ id }: { id: string }) {
  const t = useTexts(fieldPatrolTexts)
  const bundle = useBundle()
  const draft = useDraft(id, 'patrol')
  if (bundle && draft.state === 'open' && draft.body) {
    return <Patrol id={id} bundle={bundle} draft={draft} record={draft.body.record} />
  }
  return (
    <Screen title={draft.title || t('title')} back="/patrol">
      {(draft.state === 'missing' || draft.state === 'locked') && (
        <Empty title={draft.state === 'locked' ? t('onItsWay') : t('noDraft')} />
      )}
    </Screen>
  )
}

type PatrolProps = {
  id: string
  bundle: FieldBundle
  draft: Draft<'patrol'>
  record: Partial<NewPatrol>
}

function Patrol({ id, bundle, draft, record }: PatrolProps) {
  const t = useTexts(fieldPatrolTexts)
  const { store } = useField()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const { grid = '', points: passed = [], note = '' } = record
  const points = bundle.points
    .filter((point) => point.grid === grid && point.active)
    .sort((a, b) => a.position - b.position)
  const set = (part: Partial<NewPatrol>) =>
    draft.change((body) => ({ ...body, record: { ...body.record, ...part } }))
  const mark = (point: string, good: boolean) =>
    set({ points: [...passed.filter((one) => one.point !== point), { point, good }] })
  const finish = async () => {
    setBusy(true)
    const { note: _, ...rest } = record
    const said = note.trim() === '' ? {} : { note: note.trim() }
    const start = Date.parse(record.startedAt ?? '') || Date.now()
    const endedAt = new Date(Math.max(start, Date.now())).toISOString()
    await draft.written()
    await store.write(id, { kind: 'patrol', record: { ...rest, ...said, endedAt } })
    await store.finish(id)
    say(t('finished'))
    go('/', { replace: true })
  }
  const discard = async () => {
    await store.discard(id)
    say(t('discarded'), () => store.undiscard(id))
    goBack('/patrol')
  }
  return (
    <Screen
      title={villageName(bundle.areas.find((area) => area.id === grid)?.name ?? draft.title)}
      back="/"
      about={
        <>
          {within(bundle.areas, grid)}
          <SavedLine at={draft.savedAt} />
        </>
      }
      actions={
        <>
          <p className="running-score" role="status">
            <span className="soft">{t('passed')}</span>
            <strong>{t('passedOf', { n: passed.length, all: points.length })}</strong>
          </p>
          <button type="button" className="button primary" disabled={busy} onClick={finish}>
            {t('finish')}
          </button>
        </>
      }
    >
      {points.length === 0 && <p className="soft">{t('noPoints')}</p>}
      {points.map(({ id: point, name }) => {
        const good = passed.find((one) => one.point === point)?.good
        return (
          <div key={point} className="point">
            <Choices
              label={name}
              value={good === undefined ? undefined : good ? 'good' : 'bad'}
              choose={(value) => mark(point, value === 'good')}
              options={[
                { value: 'good', label: t('good'), tone: 'good' },
                { value: 'bad', label: t('bad'), tone: 'bad' },
              ]}
            />
            {good === false && (
              <Link className="button wide" to={`/found?area=${grid}&point=${point}`}>
                {t('reportPoint', { name })}
              </Link>
            )}
          </div>
        )
      })}
      <NoteField label={t('note')} value={note} most={4000} change={(text) => set({ note: text })} />
      <button type="button" className="button wide danger" onClick={discard}>
        {t('discard')}
      </button>
    </Screen>
  )
}
