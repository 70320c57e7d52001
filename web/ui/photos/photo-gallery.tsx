import { useState } from 'react'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import { photosTexts } from '../../i18n/photos.ts'
import { useTexts } from '../../lib/language.tsx'
import { Lightbox } from './lightbox.tsx'
import { usePhotoWords } from './photo-words.ts'
import './photos.css'

/** Thumbnails; each opens the picture itself, where the arrow keys go on to the next. */
export function PhotoGallery({ photos, label }: { photos: readonly PhotoShown[]; label?: string }) {
  const t = useTexts(photosTexts)
  const words = usePhotoWords()
  const [open, setOpen] = useState<number>()
  if (photos.length === 0) return null
  return (
    <>
      <ul className="photo-gallery" aria-label={label ?? t('gallery')}>
        {photos.map((photo, at) => (
          <li key={`${photo.id} ${photo.event}`}>
            <button type="button" aria-label={t('open', { n: at + 1 })} onClick={() => setOpen(at)}>
              <img src={photo.thumbnailUrl} alt={words(photo)} loading="lazy" width={88} height={88} />
            </button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <Lightbox photos={photos} at={open} show={setOpen} close={() => setOpen(undefined)} />
      )}
    </>
  )
}
