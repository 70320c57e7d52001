import type { Place } from '../../../schema/api/common.ts'
import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'
import { usePlace } from './places.ts'

/** Where it is, noted on a tap and taken out on another; nobody has to. */
export function PlaceField({
  value,
  change,
}: {
  value: Place | null
  change: (place: Place | null) => void
}) {
  const t = useTexts(fieldTexts)
  const { state, ask } = usePlace()
  const note = async () => {
    const found = await ask()
    if (found) change(found)
  }
  return (
    <p className="place">
      {value ? (
        <>
          <span>{t('placeNoted', { n: Math.round(value.accuracy ?? 0) })}</span>{' '}
          <button type="button" className="link" onClick={() => change(null)}>
            {t('removePlace')}
          </button>
        </>
      ) : (
        <button type="button" className="button wide" disabled={state === 'asking'} onClick={note}>
          {state === 'asking' ? t('locating') : t('notePlace')}
        </button>
      )}
      {state === 'refused' && <span role="alert">{t('noPlace')}</span>}
    </p>
  )
}
