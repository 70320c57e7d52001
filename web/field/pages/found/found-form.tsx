import { useState } from 'react'
import type { FieldBundle } from '../../../../schema/api/field.ts'
import type { NewIssue } from '../../../../schema/api/issues.ts'
import { can } from '../../../../worker/domain/access/can.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField } from '../../field-context.tsx'
import { NoteField } from '../../pieces/note-field.tsx'
import { PhotoStrip } from '../../pieces/photo-strip.tsx'
import { PlaceField } from '../../pieces/place-field.tsx'
import { goBack } from '../../pieces/router.tsx'
import { SavedLine } from '../../pieces/saved-line.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useToast } from '../../pieces/toast.tsx'
import type { useLateDraft } from '../../pieces/use-late-draft.ts'
import type { FieldRecord } from '../../store/records.ts'
import { CategoryField } from './category-field.tsx'
import { Duplicates } from './duplicates.tsx'
import { SolvedFields } from './solved-fields.tsx'
import { WhereField } from './where-field.tsx'

type Props = {
  bundle: FieldBundle
  records: readonly FieldRecord[]
  draft: ReturnType<typeof useLateDraft<'issue'>>
}

/** The photo first, then what and where; everything but those two may stay empty. */
export function FoundForm({ bundle, records, draft }: Props) {
  const t = useTexts(fieldIssuesTexts)
  const { store } = useField()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const { id, body, savedAt, keep } = draft
  const { record } = body
  const { category, area, place } = record
  const name = bundle.categories.find((one) => one.id === category)?.name ?? ''
  const set = (next: Partial<NewIssue>) => draft.change({ kind: 'issue', record: next })
  const ready = category !== undefined && area !== undefined
  const raise = async () => {
    setBusy(true)
    await draft.finish({ kind: 'issue', record: complete(record, name, t('solvedOnTheSpot')) })
    say(t('raised'))
    goBack('/')
  }
  const discard = async () => {
    if (id !== undefined) {
      await store.discard(id)
      say(t('discarded'), () => store.undiscard(id))
    }
    goBack('/')
  }
  return (
    <Screen
      title={t('foundTitle')}
      back="/"
      about={id !== undefined && <SavedLine at={savedAt} />}
      actions={
        <button type="button" className="button primary" disabled={!ready || busy} onClick={raise}>
          {ready ? t('raise') : t('needsBoth')}
        </button>
      }
    >
      <PhotoStrip record={id} begin={keep} label={t('photos')} as="before" />
      <CategoryField
        {...{ bundle, records }}
        value={category}
        choose={(next) => set({ ...record, category: next })}
      />
      <WhereField bundle={bundle} area={area} choose={(next) => set({ ...record, area: next })} />
      <Duplicates {...{ category, area, place }} />
      <NoteField
        label={t('text')}
        hint={t('textHint')}
        value={record.text ?? ''}
        rows={2}
        most={4000}
        change={(text) => set({ ...record, text })}
      />
      <NoteField
        label={t('location')}
        value={record.location ?? ''}
        rows={1}
        most={200}
        change={(location) => set({ ...record, location })}
      />
      <PlaceField value={place ?? null} change={(next) => set({ ...record, place: next })} />
      {can(bundle.member, 'issue.solve') && <SolvedFields {...{ id, keep, record, set }} />}
      {id !== undefined && (
        <button type="button" className="button wide danger" onClick={discard}>
          {t('discard')}
        </button>
      )}
    </Screen>
  )
}

/** As it is raised: what nobody put into words is called by its category. */
function complete(
  { text = '', location = '', solved, ...rest }: Partial<NewIssue>,
  category: string,
  done: string,
): Partial<NewIssue> {
  return {
    ...rest,
    text: text.trim() || category,
    ...(location.trim() === '' ? {} : { location: location.trim() }),
    ...(solved === undefined ? {} : { solved: { ...solved, note: solved.note.trim() || done } }),
  }
}
