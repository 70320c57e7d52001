import { useState } from 'react'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import { photosTexts } from '../../i18n/photos.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { Lightbox } from './lightbox.tsx'
import { usePhotoWords } from './photo-words.ts'
import './photos.css'

/**
 * Thumbnails; each opens the picture itself, where the arrow keys go on to the next. Of photos whose bytes have not come
 * yet it says so in words.
 */
export function PhotoGallery({ photos, label }: { photos: readonly PhotoShown[]; label?: string }) {
  const t = useTexts(photosTexts)
  const words = usePhotoWords()
  const [open, setOpen] = useState<number>()
  const dates = useDates()
  if (photos.length === 0) return null
  const here = photos.filter(({ awaitedSince }) => awaitedSince === undefined)
  const coming = photos.flatMap(({ id, awaitedSince }) => (awaitedSince ? [{ id, awaitedSince }] : []))
  return (
    <>
      <ul className="photo-gallery" aria-label={label ?? t('gallery')}>
        {here.map((photo, at) => (
          <li key={`${photo.id} ${photo.event}`}>
            <button type="button" aria-label={t('open', { n: at + 1 })} onClick={() => setOpen(at)}>
              <img src={photo.thumbnailUrl} alt={words(photo)} loading="lazy" width={88} height={88} />
            </button>
          </li>
        ))}
        {coming.map(({ id, awaitedSince }) => (
          <li key={id} className="photo-awaited soft">
            {t('awaited', { at: dates.momentShort(awaitedSince) })}
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <Lightbox photos={here} at={open} show={setOpen} close={() => setOpen(undefined)} />
      )}
    </>
  )
}
