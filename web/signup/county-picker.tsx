import { useState } from 'react'
import { plainTexts } from '../i18n/plain.ts'
import { signupTexts } from '../i18n/signup.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { useLoaded } from '../lib/use-loaded.ts'
import { Failure } from '../ui/plain/failure.tsx'
import { CountyListing } from './county-listing.tsx'
import { CountySearch } from './county-search.tsx'
import { DivisionSelect } from './division-select.tsx'

type Props = { chosen: string; choose: (code: string) => void; error?: string | undefined }

/** A county by its name, or level by level; once chosen, its townships and villages are shown at once. */
export function CountyPicker({ chosen, choose, error }: Props) {
  const t = useTexts(signupTexts)
  const plain = useTexts(plainTexts)
  const [province, setProvince] = useState('')
  const [city, setCity] = useState('')
  const provinces = useLoaded('provinces', () => children())
  const cities = useLoaded(province || undefined, children)
  const counties = useLoaded(city || undefined, children)
  const county = useLoaded(chosen || undefined, (code) =>
    answer(api.regions[':code'].$get({ param: { code } })),
  )
  const failed = provinces.error ?? cities.error ?? counties.error ?? county.error
  const go = (code: string) => {
    setProvince(code.slice(0, 2))
    setCity(code.slice(0, 4))
    choose(code)
  }
  return (
    <fieldset>
      <legend>{t('countyStep')}</legend>
      <CountySearch choose={go} />
      <div className="row">
        <DivisionSelect
          label={t('province')}
          items={provinces.value}
          value={province}
          change={(code) => {
            setProvince(code)
            setCity('')
            choose('')
          }}
        />
        <DivisionSelect
          label={t('city')}
          items={cities.value}
          value={city}
          change={(code) => {
            setCity(code)
            choose('')
          }}
        />
        <DivisionSelect
          label={t('county')}
          items={counties.value}
          value={chosen}
          change={choose}
          error={error}
        />
      </div>
      {error !== undefined && (
        <p className="field-error" id="county-error" role="alert">
          {error}
        </p>
      )}
      <Failure error={failed} />
      {county.value && <CountyListing county={county.value} />}
      {chosen !== '' && !county.value && !failed && <p role="status">{plain('loading')}</p>}
    </fieldset>
  )
}

async function children(parent?: string) {
  return (await answer(api.regions.$get({ query: parent === undefined ? {} : { parent } }))).items
}
