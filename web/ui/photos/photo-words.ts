import type { PhotoShown } from '../../../schema/api/photos.ts'
import { photosTexts } from '../../i18n/photos.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'

/** What is known of a photo in words: what it shows and when it was taken. */
export function usePhotoWords(): (photo: PhotoShown) => string {
  const t = useTexts(photosTexts)
  const dates = useDates()
  return ({ role, takenAt, place }) =>
    [
      t(`role_${role}`),
      ...(takenAt === null ? [] : [t('taken', { at: dates.moment(takenAt) })]),
      ...(place === null ? [] : [t('located')]),
    ].join(' · ')
}
