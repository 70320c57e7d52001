import { Alert, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PhotoGallery } from '../../../ui/photos/photo-gallery.tsx'
import { useComplaint } from '../queries.ts'
import { Standing } from '../standing.tsx'
import { Answers } from './answers.tsx'
import { Contact } from './contact.tsx'
import { NearIssues } from './near-issues.tsx'
import { ReleasePhotos } from './release-photos.tsx'
import { Ruling } from './ruling.tsx'

/** One complaint: what was written, how far it is, what may be the same, and what the office says. */
export function ComplaintPage() {
  const { complaint: id = '' } = useParams()
  const { data, error, refetch } = useComplaint(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded key={id} complaint={data} /> : <Spin />
}

function Loaded({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintsTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const { kind, at, state, text, photos, issue } = complaint
  const waits = state === 'received' || state === 'doubtful'
  return (
    <>
      <p>
        <Link to={`/${county}/complaints`}>{t('back')}</Link>
      </p>
      <PageHeader
        title={`${t(`kind_${kind}`)} · ${dates.momentShort(at)}`}
        {...(may('complaint.write') ? { actions: <Ruling complaint={complaint} /> } : {})}
      />
      {state === 'doubtful' && <Alert type="warning" showIcon title={t('doubtfulHint')} />}
      <div className="complaint-cols">
        <section>
          <p className="written">{text}</p>
          <PhotoGallery photos={photos} />
          <Facts complaint={complaint} />
        </section>
        <section>
          {waits && <NearIssues complaint={complaint} />}
          <Answers complaint={complaint} />
          {issue !== null && may('complaint.write') && <ReleasePhotos complaint={complaint} />}
        </section>
      </div>
    </>
  )
}

function Facts({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintsTexts)
  const areas = useAreas().data
  const { categoryName, area, location, place, reason } = complaint
  return (
    <dl className="complaint-facts">
      <dt>{t('category')}</dt>
      <dd>{categoryName ?? t('noCategory')}</dd>
      <dt>{t('where')}</dt>
      <dd>
        {area !== null && areas?.fullName(area)} {location}
        {area === null && location === null && place === null && t('nowhere')}
        {place !== null && (
          <div className="soft">
            {place.lat}, {place.lng}
          </div>
        )}
      </dd>
      <dt>{t('reads')}</dt>
      <dd>
        <Standing complaint={complaint} />
      </dd>
      {reason !== null && (
        <>
          <dt>{t('reason')}</dt>
          <dd>{reason}</dd>
        </>
      )}
      <dt>{t('contact')}</dt>
      <dd>
        <Contact complaint={complaint} />
      </dd>
    </dl>
  )
}
