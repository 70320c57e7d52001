import { fieldInspectTexts } from '../../../i18n/field-inspect.ts'
import { useTexts } from '../../../lib/language.tsx'
import { AreaList, AreaPicker } from '../../pieces/area-picker.tsx'
import { nearestFirst, usePlace } from '../../pieces/places.ts'
import { go, Link } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { Drafts } from '../today/drafts.tsx'

/** Which village: one due, one lately seen, or any by name or code. Drafts go on from here. */
export function ChoosePage() {
  const t = useTexts(fieldInspectTexts)
  const bundle = useBundle()
  const records = useRecords() ?? []
  const { place } = usePlace()
  if (!bundle) return <Screen title={t('title')}>{null}</Screen>
  const { areas, sheets, visits } = bundle
  const levels = new Set(sheets.filter(({ current }) => current).map(({ subject }) => subject))
  const among = areas.filter(({ level }) => levels.has(level))
  const recent = records.flatMap(({ body }) => (body.kind === 'inspection' ? [body.record.subject] : []))
  const wanted = [...new Set([...visits.map(({ subject }) => subject), ...recent.reverse()])]
  const likely = among.filter(({ id }) => wanted.includes(id))
  const sorted = place
    ? nearestFirst(among, place, (area) => area.place).map(({ item }) => item)
    : likely.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))
  const choose = ({ id }: { id: string }) => {
    const visit = visits.find(({ subject }) => subject === id)
    go(`/inspect/${id}${visit ? `?visit=${visit.id}` : ''}`)
  }
  return (
    <Screen title={t('title')}>
      <Drafts records={records} kind="inspection" />
      <AreaPicker areas={areas} among={among} label={t('where')} choose={choose}>
        <p>
          <Link className="button wide" to="/scan">
            {t('scan')}
          </Link>
        </p>
        {sorted.length > 0 && (
          <>
            <h2>{place ? t('near') : t('likely')}</h2>
            <AreaList areas={areas} found={sorted.slice(0, 12)} choose={choose} />
          </>
        )}
      </AreaPicker>
    </Screen>
  )
}
