import { Spin } from 'antd'
import { useParams } from 'react-router'
import { type ScoringSheetDetail, SheetSubject } from '../../../schema/api/scoring-sheets.ts'
import { scoringSheetsTexts } from '../../i18n/scoring-sheets.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSheet } from '../../lib/scoring-sheets.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { SheetEditor } from './sheet-editor.tsx'
import { useSaveSheet } from './use-sheet-changes.ts'

/** Edits the newest version of a sheet; once it was used, that makes the next one. */
export default function EditSheetPage() {
  const { sheet: id = '' } = useParams()
  const { data, error, refetch } = useSheet(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded key={`${id} ${data.version}`} sheet={data} /> : <Spin />
}

function Loaded({ sheet }: { sheet: ScoringSheetDetail }) {
  const t = useTexts(scoringSheetsTexts)
  const save = useSaveSheet(sheet)
  const { name, method, items, version, used } = sheet
  const subject = SheetSubject.parse(sheet.subject)
  return (
    <SheetEditor
      title={t('editTitle')}
      start={{ name, subject, method, items }}
      fixed
      {...(used ? { notice: t('frozen', { n: version, next: version + 1 }) } : {})}
      save={save}
    />
  )
}
