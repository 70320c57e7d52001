import { CameraOutlined, CloseOutlined, PictureOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { photosTexts } from '../../i18n/photos.ts'
import { useTexts } from '../../lib/language.tsx'
import { type Draft, usePhotos } from '../../lib/photos/use-photos.ts'
import { ApiProblem } from '../../lib/problem.ts'
import { useCounty } from '../../lib/session.ts'
import './photos.css'

type Props = {
  /** Names the group of pictures and buttons. */
  label: string
  /** Ids of the photos that are stored. */
  value: readonly string[]
  change: (ids: string[]) => void
  max?: number
  /** Told while photos are still on their way, so that a form can wait for them. */
  busy?: (sending: boolean) => void
}

/** HEIC is left out on purpose: asked for JPEG, an iPhone converts by itself and keeps time and place. */
const kinds = 'image/jpeg,image/png,image/webp'

/** Photos picked or taken, sent at once, one after the other; each can be removed, and sent again where it failed. */
export function PhotoField({ label, value, change, max = 9, busy }: Props) {
  const t = useTexts(photosTexts)
  const { county } = useCounty()
  const { drafts, previews, repeated, add, retry, remove } = usePhotos({ county, value, change, max })
  const id = useId()
  const sending = drafts.some(({ state }) => state !== 'failed')
  useEffect(() => busy?.(sending), [busy, sending])
  const full = value.length + drafts.length >= max
  const base = `/api/v1/counties/${county}/photos`
  return (
    <fieldset className="photo-field" aria-describedby={`${id}h`}>
      <legend>{label}</legend>
      <ul>
        {value.map((photo, at) => (
          <Tile key={photo} label={t('remove', { n: at + 1 })} remove={() => remove(photo)}>
            <img src={previews[photo] ?? `${base}/${photo}/thumbnail`} alt={t('nth', { n: at + 1 })} />
          </Tile>
        ))}
        {drafts.map((draft, at) => (
          <Tile
            key={draft.id}
            label={t('remove', { n: value.length + at + 1 })}
            remove={() => remove(draft.id)}
            wide={draft.state === 'failed'}
          >
            <OnItsWay draft={draft} preview={previews[draft.id]} retry={() => retry(draft)} />
          </Tile>
        ))}
      </ul>
      <div className="photo-buttons">
        <Pick icon={<CameraOutlined />} label={t('take')} add={add} disabled={full} capture />
        <Pick icon={<PictureOutlined />} label={t('pick')} add={add} disabled={full} />
      </div>
      <p id={`${id}h`} className="soft">
        {full ? t('full', { max }) : t('upTo', { max })}
      </p>
      <p aria-live="polite">{repeated && t('repeated')}</p>
    </fieldset>
  )
}

type TileProps = { label: string; remove: () => void; wide?: boolean; children: ReactNode }

function Tile({ label, remove, wide = false, children }: TileProps) {
  return (
    <li className={wide ? 'photo-tile wide' : 'photo-tile'}>
      {children}
      <button type="button" className="photo-remove" aria-label={label} title={label} onClick={remove}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </li>
  )
}

function OnItsWay({
  draft,
  preview,
  retry,
}: {
  draft: Draft
  preview: string | undefined
  retry: () => void
}) {
  const t = useTexts(photosTexts)
  const percent = Math.floor(draft.progress * 100)
  const said = draft.state === 'preparing' ? t('preparing') : t('sending', { percent })
  if (draft.state === 'failed')
    return (
      <div className="photo-failed" role="alert">
        <span>{draft.name}</span>
        <span className="wrong">{reason(draft.fault, t)}</span>
        {draft.prepared && (
          <Button size="small" onClick={retry}>
            {t('again')}
          </Button>
        )}
      </div>
    )
  return (
    <div className="photo-sending">
      {preview && <img src={preview} alt="" />}
      <progress max={100} value={draft.state === 'preparing' ? undefined : percent} aria-label={draft.name} />
      <span>{said}</span>
    </div>
  )
}

function reason(fault: Draft['fault'], t: ReturnType<typeof useTexts<typeof photosTexts.zh>>): string {
  if (typeof fault === 'string') return t(fault)
  const { error } = fault ?? {}
  return error instanceof ApiProblem && error.title !== '' ? `${error.title} · ${error.detail}` : t('failed')
}

type PickProps = {
  icon: ReactNode
  label: string
  add: (files: readonly File[]) => void
  disabled: boolean
  /** Opens the camera; hidden where the pointer is a mouse, which has none. */
  capture?: boolean
}

function Pick({ icon, label, add, disabled, capture = false }: PickProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className={capture ? 'photo-camera' : ''}>
      <input
        ref={input}
        hidden
        type="file"
        accept={kinds}
        {...(capture ? { capture: 'environment' as const } : { multiple: true })}
        tabIndex={-1}
        onChange={({ target }) => {
          add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button icon={icon} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </span>
  )
}
