import { useEffect, useId, useRef, useState } from 'react'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCamera } from '../../pieces/use-camera.ts'

type Props = { before: string; taken: (photo: File) => Promise<void>; close: () => void }

/** The camera with the earlier photo laid over it, as faint as its user wants. */
export function GhostCamera({ before, taken, close }: Props) {
  const t = useTexts(fieldIssuesTexts)
  const id = useId()
  const { video, state } = useCamera()
  const ghost = useRef<HTMLImageElement>(null)
  const [faint, setFaint] = useState(50)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    ghost.current?.style.setProperty('opacity', String(faint / 100))
  }, [faint])
  const shoot = async () => {
    if (!video.current) return
    setBusy(true)
    const photo = await still(video.current)
    if (photo) await taken(photo)
    setBusy(false)
  }
  if (state === 'refused') {
    return (
      <div className="banner" role="alert">
        <p>{t('noCamera')}</p>
        <button type="button" className="button" onClick={close}>
          {t('closeCamera')}
        </button>
      </div>
    )
  }
  return (
    <section className="camera" aria-label={t('ghostCamera')}>
      <div className="viewfinder">
        <video ref={video} playsInline muted />
        <img ref={ghost} src={before} alt={t('photo_before')} />
      </div>
      <label htmlFor={id}>{t('faintness')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={faint}
        onChange={({ target }) => setFaint(Number(target.value))}
      />
      <div className="camera-buttons">
        <button type="button" className="button" onClick={close}>
          {t('closeCamera')}
        </button>
        <button type="button" className="button primary" disabled={busy || state !== 'on'} onClick={shoot}>
          {t('shoot')}
        </button>
      </div>
    </section>
  )
}

/** What the camera sees this moment, as a file like any picked one. */
async function still(video: HTMLVideoElement): Promise<File | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob ? new File([blob], `${Date.now()}.jpg`, { type: 'image/jpeg' }) : undefined
}
