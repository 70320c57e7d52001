import { type ChangeEvent, useEffect, useId, useState } from 'react'
import { fieldScanTexts } from '../../../i18n/field-scan.ts'
import { useTexts } from '../../../lib/language.tsx'
import { AreaPicker } from '../../pieces/area-picker.tsx'
import { go } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle } from '../../pieces/stored.ts'
import { useCamera } from '../../pieces/use-camera.ts'
import { codeIn, readCode } from './read-code.ts'

const pause = 250

/** Opens a village or a grid by its code, from the camera or a picture; else by its name. */
export function ScanPage() {
  const t = useTexts(fieldScanTexts)
  const id = useId()
  const bundle = useBundle()
  const { video, state } = useCamera()
  const [fault, setFault] = useState<'noCode' | 'foreignCode'>()
  const open = (scanned: string) => {
    const code = codeIn(scanned)
    if (code === undefined) setFault('foreignCode')
    else go(`/q/${code}`, { replace: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks for as long as the camera is on
  useEffect(() => {
    if (state !== 'on') return
    let gone = false
    const look = async () => {
      if (gone || !video.current) return
      const scanned = await readCode(video.current)
      if (gone) return
      if (scanned !== undefined) open(scanned)
      setTimeout(look, pause)
    }
    look()
    return () => {
      gone = true
    }
  }, [state])
  const picked = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    const picture = await createImageBitmap(file).catch(() => undefined)
    const scanned = picture && (await readCode(picture))
    if (scanned === undefined) setFault('noCode')
    else open(scanned)
  }
  return (
    <Screen
      title={t('title')}
      back="/"
      actions={
        <span className="pick">
          <input id={id} type="file" accept="image/*" onChange={picked} />
          <label htmlFor={id}>{t('fromPicture')}</label>
        </span>
      }
    >
      {state === 'refused' ? (
        <p>{t('noCamera')}</p>
      ) : (
        <div className="viewfinder">
          <video ref={video} playsInline muted />
        </div>
      )}
      <p className="soft">{t('hint')}</p>
      {fault && (
        <p className="fault" role="alert">
          {t(fault)}
        </p>
      )}
      {bundle && (
        <AreaPicker
          areas={bundle.areas}
          among={bundle.areas}
          label={t('byName')}
          choose={(area) => go(`/areas/${area.id}`, { replace: true })}
        />
      )}
    </Screen>
  )
}
