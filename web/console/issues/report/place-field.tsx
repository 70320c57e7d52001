import { AimOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Place } from '../../../../schema/api/common.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'

type Props = {
  location: string
  place: Place | null
  change: (changed: { location?: string; place?: Place | null }) => void
  error: string | undefined
}

/** Where, in words; the device's position is asked for only on a tap. */
export function PlaceField({ location, place, change, error }: Props) {
  const t = useTexts(issuesTexts)
  const [state, setState] = useState<'still' | 'asking' | 'refused'>('still')
  const locate = () => {
    if (!navigator.geolocation) return setState('refused')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        setState('still')
        change({
          place: { lat: latitude, lng: longitude, accuracy: Math.min(Math.round(accuracy), 100_000) },
        })
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <FormField label={t('locationLabel')} hint={t('locationHint')} error={error}>
      {(control) => (
        <>
          <div className="place-field">
            <Input
              {...control}
              maxLength={200}
              value={location}
              onChange={({ target }) => change({ location: target.value })}
            />
            <Button icon={<AimOutlined />} loading={state === 'asking'} onClick={locate}>
              {t(place ? 'locateAgain' : 'locate')}
            </Button>
          </div>
          <p className="soft" role="status">
            {state === 'refused' && t('locateRefused')}
            {place && (
              <>
                {t('located', { metres: Math.round(place.accuracy ?? 0) })}{' '}
                <Button type="link" size="small" onClick={() => change({ place: null })}>
                  {t('forgetPlace')}
                </Button>
              </>
            )}
          </p>
        </>
      )}
    </FormField>
  )
}
