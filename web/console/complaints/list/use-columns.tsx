import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { Complaint } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Standing } from '../standing.tsx'

/** Words, place and what became of it; who wrote is nowhere in a list. */
export function useColumns(): TableColumnsType<Complaint> {
  const t = useTexts(complaintsTexts)
  const dates = useDates()
  const { county } = useCounty()
  const areas = useAreas().data
  return [
    {
      key: 'said',
      title: t('said'),
      render: (_, { id, kind, text, categoryName, photos }) => (
        <div className="detail">
          <Link to={`/${county}/complaints/${id}`}>{text.length > 80 ? `${text.slice(0, 80)}…` : text}</Link>
          <div className="soft">
            {t(`kind_${kind}`)} · {categoryName ?? t('noCategory')}
            {photos.length > 0 && ` · ${t('photosOf', { n: photos.length })}`}
          </div>
        </div>
      ),
    },
    {
      key: 'where',
      title: t('where'),
      render: (_, { area, location, place }) => (
        <div className="detail">
          {area !== null && (areas?.fullName(area) ?? '')}
          {location !== null && <div className="soft">{location}</div>}
          {area === null && location === null && place === null && (
            <span className="soft">{t('nowhere')}</span>
          )}
          {area === null && location === null && place !== null && `${place.lat}, ${place.lng}`}
        </div>
      ),
    },
    { key: 'came', title: t('came'), render: (_, { at }) => dates.momentShort(at) },
    { key: 'became', title: t('became'), render: (_, complaint) => <Standing complaint={complaint} /> },
  ]
}
