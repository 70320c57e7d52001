import type { PhotoShown } from '../../../schema/api/photos.ts'
import { photosTexts } from '../../i18n/photos.ts'
import { useTexts } from '../../lib/language.tsx'
import { PhotoGallery } from './photo-gallery.tsx'
import './photos.css'

/** What was found beside what was made of it: photos of a finding or from before on the left, from after on the right. */
export function BeforeAfter({ photos }: { photos: readonly PhotoShown[] }) {
  const t = useTexts(photosTexts)
  const after = photos.filter(({ role }) => role === 'after')
  const before = photos.filter(({ role }) => role !== 'after')
  return (
    <div className="before-after">
      <Side title={t('before')} none={t('noneBefore')} photos={before} />
      <Side title={t('after')} none={t('noneAfter')} photos={after} />
    </div>
  )
}

function Side({ title, none, photos }: { title: string; none: string; photos: readonly PhotoShown[] }) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {photos.length > 0 ? <PhotoGallery photos={photos} label={title} /> : <p className="soft">{none}</p>}
    </figure>
  )
}
