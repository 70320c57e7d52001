import { DeleteOutlined, PlusOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Modal, Segmented, Spin } from 'antd'
import { useState } from 'react'
import { blurTexts } from '../../i18n/blur.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useTexts } from '../../lib/language.tsx'
import { useLoaded } from '../../lib/use-loaded.ts'
import { ErrorState } from '../error-state.tsx'
import './blur.css'
import { BlurCanvas } from './blur-canvas.tsx'
import { blurredJpeg, loadPicture } from './picture.ts'
import { useMarks } from './use-marks.ts'

type Props = {
  /** Address of the photo. */
  url: string
  /** Takes the blurred picture, a JPEG; the dialog waits, and says what went wrong. */
  save: (jpeg: Blob) => Promise<void>
  close: () => void
}

/** Faces and number plates are marked on a photo and made unrecognisable for good, by mouse, finger or keys. */
export function BlurDialog({ url, save, close }: Props) {
  const t = useTexts(blurTexts)
  const { value: picture, error } = useLoaded(url, loadPicture)
  if (picture) return <Loaded picture={picture} save={save} close={close} />
  return (
    <Modal open title={t('title')} footer={null} onCancel={close}>
      {error ? <p className="wrong">{t('unreadable')}</p> : <Spin />}
    </Modal>
  )
}

function Loaded({ picture, save, close }: Omit<Props, 'url'> & { picture: ImageData }) {
  const t = useTexts(blurTexts)
  const ui = useTexts(uiTexts)
  const { marks, addCentred, addRectangle, addStroke, place, remove, undo, clear } = useMarks(picture)
  const [tool, setTool] = useState<'rectangle' | 'brush'>('rectangle')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const brush = Math.round(Math.min(picture.width, picture.height) / 10)
  const send = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      await save(await blurredJpeg(picture, marks))
      close()
    } catch (error) {
      setFault(error)
      setBusy(false)
    }
  }
  /** The keys go on with the rectangle that was just added. */
  const begin = () => {
    const id = addCentred()
    requestAnimationFrame(() => document.getElementById(`mark-${id}`)?.focus())
  }
  return (
    <Modal
      open
      title={t('title')}
      width="min(96vw, 1000px)"
      okText={t('save')}
      cancelText={ui('cancel')}
      okButtonProps={{ disabled: marks.length === 0 }}
      confirmLoading={busy}
      mask={{ closable: false }}
      onOk={send}
      onCancel={close}
    >
      <p className="soft">{t('hint')}</p>
      <div className="toolbar">
        <Segmented<'rectangle' | 'brush'>
          aria-label={t('tool')}
          value={tool}
          onChange={setTool}
          options={[
            { value: 'rectangle', label: t('rectangle') },
            { value: 'brush', label: t('brush') },
          ]}
        />
        <Button icon={<PlusOutlined />} onClick={begin}>
          {t('add')}
        </Button>
        <Button icon={<UndoOutlined />} disabled={marks.length === 0} onClick={undo}>
          {t('undo')}
        </Button>
        <Button icon={<DeleteOutlined />} disabled={marks.length === 0} onClick={clear}>
          {t('clear')}
        </Button>
      </div>
      <BlurCanvas
        picture={picture}
        marks={marks}
        tool={tool}
        brush={brush}
        addRectangle={addRectangle}
        addStroke={(points) => addStroke(brush, points)}
        place={place}
        remove={remove}
      />
      <p className="soft" role="status">
        {marks.length === 0 ? t('none') : t('marked', { n: marks.length })}
      </p>
      {fault !== undefined && <ErrorState error={fault} />}
    </Modal>
  )
}
