import { Button } from 'antd'
import { useState } from 'react'
import type { Place } from '../../../../schema/api/common.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { useTexts } from '../../../lib/language.tsx'

type Props = { place: Place | null; change: (place: Place | null) => void }

/** Where the inspector is, if asked and allowed; without it an inspection is as good. */
export function PlaceField({ place, change }: Props) {
  const t = useTexts(inspectionsTexts)
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState(false)
  const locate = () => {
    if (!navigator.geolocation) return setFailed(true)
    setAsking(true)
    setFailed(false)
    const done = (failure: boolean) => {
      setAsking(false)
      setFailed(failure)
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lng, accuracy } }) => {
        change({ lat, lng, accuracy: Math.min(100_000, Math.round(accuracy)) })
        done(false)
      },
      () => done(true),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <section className="place-field" aria-label={t('place')}>
      {place ? (
        <>
          <span>{t('located', { m: place.accuracy ?? '—' })}</span>
          <Button type="link" onClick={() => change(null)}>
            {t('forget')}
          </Button>
        </>
      ) : (
        <Button loading={asking} onClick={locate}>
          {t('locate')}
        </Button>
      )}
      <span role="status" className="soft">
        {failed && t('notLocated')}
      </span>
    </section>
  )
}
