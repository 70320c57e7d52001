import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import { photosTexts } from '../../i18n/photos.ts'
import { useTexts } from '../../lib/language.tsx'
import { usePhotoWords } from './photo-words.ts'

type Props = { photos: readonly PhotoShown[]; at: number; show: (at: number) => void; close: () => void }

/** One picture over the page; arrow keys and buttons go to its neighbours, Escape closes. */
export function Lightbox({ photos, at, show, close }: Props) {
  const t = useTexts(photosTexts)
  const words = usePhotoWords()
  const photo = photos[at]
  if (!photo) return null
  const step = (by: number) => {
    const next = at + by
    if (photos[next]) show(next)
  }
  return (
    <Modal
      open
      footer={null}
      width="min(96vw, 1100px)"
      title={t('shown', { n: at + 1, all: photos.length })}
      onCancel={close}
      modalRender={(dialog) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shortcut for the two buttons below
        <div
          onKeyDown={({ key }) => {
            if (key === 'ArrowLeft') step(-1)
            if (key === 'ArrowRight') step(1)
          }}
        >
          {dialog}
        </div>
      )}
    >
      <figure className="photo-large">
        <img src={photo.url} alt={words(photo)} width={photo.width} height={photo.height} />
        <figcaption aria-live="polite">{words(photo)}</figcaption>
      </figure>
      {photos.length > 1 && (
        <div className="photo-steps">
          <Button icon={<LeftOutlined />} disabled={at === 0} onClick={() => step(-1)}>
            {t('previous')}
          </Button>
          <Button icon={<RightOutlined />} disabled={at === photos.length - 1} onClick={() => step(1)}>
            {t('next')}
          </Button>
        </div>
      )}
    </Modal>
  )
}
