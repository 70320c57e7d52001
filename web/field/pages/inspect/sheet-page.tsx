import type { FieldBundle } from '../../../../schema/api/field.ts'
import { fieldInspectTexts } from '../../../i18n/field-inspect.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField } from '../../field-context.tsx'
import { within } from '../../pieces/areas.ts'
import { Empty } from '../../pieces/empty.tsx'
import { NoteField } from '../../pieces/note-field.tsx'
import { PhotoStrip } from '../../pieces/photo-strip.tsx'
import { PlaceField } from '../../pieces/place-field.tsx'
import { go, goBack, Link } from '../../pieces/router.tsx'
import { SavedLine } from '../../pieces/saved-line.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle } from '../../pieces/stored.ts'
import { useToast } from '../../pieces/toast.tsx'
import { type Draft, useDraft } from '../../pieces/use-draft.ts'
import { foundIn, type InspectionRecord } from './inspection-draft.ts'
import { sheetOf } from './kept-sheets.ts'
import { RunningScore } from './running-score.tsx'
import { SheetItems } from './sheet-items.tsx'

/** An inspection being made: the whole sheet, a counter for each deduction, kept at every tap. */
export function SheetPage({ id }: { id: string }) {
  const t = useTexts(fieldInspectTexts)
  const bundle = useBundle()
  const draft = useDraft(id, 'inspection')
  const { state, title, body } = draft
  if (!bundle || state === 'loading')
    return (
      <Screen title={title || t('title')} back="/">
        {null}
      </Screen>
    )
  if (state === 'missing' || state === 'locked' || !body) {
    return (
      <Screen title={title || t('title')} back="/">
        <Empty title={state === 'locked' ? t('onItsWay') : t('noDraft')}>
          <Link className="button" to="/outbox">
            {t('toOutbox')}
          </Link>
        </Empty>
      </Screen>
    )
  }
  return <Sheet id={id} bundle={bundle} draft={draft} record={body.record} />
}

type SheetProps = {
  id: string
  bundle: FieldBundle
  draft: Draft<'inspection'>
  record: InspectionRecord
}

function Sheet({ id, bundle, draft, record }: SheetProps) {
  const t = useTexts(fieldInspectTexts)
  const sheet = sheetOf(bundle, record)
  const found = foundIn(record)
  const change = (part: Partial<InspectionRecord>) =>
    draft.change((body) => ({ ...body, record: { ...body.record, ...part } }))
  const area = bundle.areas.find((one) => one.id === record.subject)
  const name = area ? villageName(area.name) : draft.title
  if (!sheet) {
    return (
      <Screen title={name} back="/">
        <Empty title={t('sheetGone')} />
      </Screen>
    )
  }
  return (
    <Screen
      title={name}
      back="/"
      about={
        <>
          {[area && within(bundle.areas, area.id), sheet.name].filter(Boolean).join(' · ')}
          <SavedLine at={draft.savedAt} />
        </>
      }
      actions={
        <>
          <RunningScore sheet={sheet} found={found} />
          <button
            type="button"
            className="button primary"
            onClick={() => draft.written().then(() => go(`/inspections/${id}/summary`))}
          >
            {t('toSummary')}
          </button>
        </>
      }
    >
      <SheetItems id={id} sheet={sheet} found={found} area={name} record={record} change={change} />
      <h2>{t('whole')}</h2>
      <PhotoStrip record={id} label={t('wholePhotos')} as="finding" />
      <NoteField
        label={t('note')}
        hint={t('noteHint')}
        value={record.note ?? ''}
        most={4000}
        change={(note) => change({ note })}
      />
      <PlaceField value={record.place ?? null} change={(place) => change({ place })} />
      <Discard id={id} />
    </Screen>
  )
}

/** Throws the draft away, with a way to take that back. */
function Discard({ id }: { id: string }) {
  const t = useTexts(fieldInspectTexts)
  const { store } = useField()
  const say = useToast()
  const discard = async () => {
    const raised = (await store.records()).filter(
      ({ state, body }) => state === 'draft' && body.kind === 'issue' && body.record.inspection === id,
    )
    const gone = [id, ...raised.map((issue) => issue.id)]
    for (const each of gone) await store.discard(each)
    say(t('discarded'), () => {
      for (const each of gone) store.undiscard(each)
    })
    goBack('/')
  }
  return (
    <button type="button" className="button wide danger" onClick={discard}>
      {t('discard')}
    </button>
  )
}
