import { Alert, Button, Spin } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { InspectionDetail } from '../../../../schema/api/inspections.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { scoringTexts } from '../../../i18n/scoring.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PhotoGallery } from '../../../ui/photos/photo-gallery.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useInspection, useUnitName } from '../queries.ts'
import { AnnulDialog } from './annul-dialog.tsx'
import { ItemsFound } from './items-found.tsx'

/** One inspection: its score item by item, what was found, and what became of it. */
export default function DetailPage() {
  const { inspection: id = '' } = useParams()
  const { data, error, refetch } = useInspection(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded inspection={data} /> : <Spin />
}

function Loaded({ inspection }: { inspection: InspectionDetail }) {
  const t = useTexts(inspectionsTexts)
  const dates = useDates()
  const { may } = useCounty()
  const [annulling, setAnnulling] = useState(false)
  const { id, subjectName, score, annulled, findings, photos, note } = inspection
  const ofFindings = new Set(findings.flatMap((finding) => finding.photos ?? []))
  const others = photos.filter((photo) => !ofFindings.has(photo.id))
  return (
    <div className="inspection-detail">
      <PageHeader
        title={t('detailTitle', { subject: villageName(subjectName) })}
        actions={
          may('inspection.annul') &&
          !annulled && (
            <Button danger onClick={() => setAnnulling(true)}>
              {t('annul')}
            </Button>
          )
        }
      />
      {annulled && (
        <Alert
          type="warning"
          showIcon
          title={t('annulledFor', { at: dates.moment(annulled.at), reason: annulled.reason })}
        />
      )}
      <p className="score-shown">
        <span className="soft">{t('score')}</span>
        <strong>{score === null ? '—' : score.toFixed(2)}</strong>
      </p>
      <Facts inspection={inspection} />
      {note !== null && <p className="said">{note}</p>}
      <ItemsFound inspection={inspection} />
      {others.length > 0 && (
        <>
          <h2>{t('otherPhotos')}</h2>
          <PhotoGallery photos={others} label={t('otherPhotos')} />
        </>
      )}
      {annulling && <AnnulDialog id={id} close={() => setAnnulling(false)} />}
    </div>
  )
}

function Facts({ inspection }: { inspection: InspectionDetail }) {
  const t = useTexts(inspectionsTexts)
  const words = useTexts(scoringTexts)
  const dates = useDates()
  const nameOf = useUnitName()
  const areas = useAreas().data
  const { sheetName, version, unit, township, purpose, startedAt, endedAt, receivedAt, place } = inspection
  const townshipName = township === null ? undefined : areas?.byId.get(township)?.name
  return (
    <dl className="inspection-facts">
      <dt>{t('sheet')}</dt>
      <dd>
        {sheetName} <span className="soft">{t('versionNo', { n: version })}</span>
      </dd>
      <dt>{t('unit')}</dt>
      <dd>{unit === null ? t('byNobody') : t('by', { unit: nameOf(unit, townshipName) })}</dd>
      <dt>{t('purpose')}</dt>
      <dd>{words(`purpose_${purpose}`)}</dd>
      <dt>{t('time')}</dt>
      <dd>
        {dates.moment(startedAt)} – {dates.moment(endedAt)}
      </dd>
      <dt>{t('received')}</dt>
      <dd>{dates.moment(receivedAt)}</dd>
      <dt>{t('wherePlace')}</dt>
      <dd>{place ? t('mapless', { lat: place.lat.toFixed(5), lng: place.lng.toFixed(5) }) : t('noPlace')}</dd>
    </dl>
  )
}
