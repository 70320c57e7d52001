import type { NewIssue } from '../../../../schema/api/issues.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { NoteField } from '../../pieces/note-field.tsx'
import { PhotoStrip } from '../../pieces/photo-strip.tsx'

type Props = {
  id: string | undefined
  keep: () => Promise<string>
  record: Partial<NewIssue>
  set: (record: Partial<NewIssue>) => void
}

/** That it was solved there and then, with what it looks like now. */
export function SolvedFields({ id, keep, record, set }: Props) {
  const t = useTexts(fieldIssuesTexts)
  const { solved, ...rest } = record
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={solved !== undefined}
          onChange={({ target }) =>
            set(target.checked ? { ...rest, solved: { note: '', photos: [] } } : rest)
          }
        />
        <span>{t('solved')}</span>
      </label>
      {solved && (
        <>
          <PhotoStrip record={id} begin={keep} label={t('solvedPhotos')} as="after" />
          <NoteField
            label={t('solvedNote')}
            value={solved.note}
            rows={2}
            change={(note) => set({ ...rest, solved: { ...solved, note } })}
          />
        </>
      )}
    </>
  )
}
