import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

type Props = {
  label: string
  /** Part of the file that has been sent, 0 to 1; 1 while the server is still reading it; undefined at rest. */
  progress: number | undefined
  choose: (file: File) => void
  accept?: string
}

/** A button that opens the file chooser and then counts the upload. */
export function UploadButton({ label, progress, choose, accept = '.xlsx,.csv,.xls,.et,.txt' }: Props) {
  const t = useTexts(uiTexts)
  const input = useRef<HTMLInputElement>(null)
  const busy = progress !== undefined
  const said = !busy
    ? label
    : progress < 1
      ? t('uploading', { percent: Math.floor(progress * 100) })
      : t('checking')
  return (
    <span className="upload">
      <input
        ref={input}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file, corrected, may be chosen again.
          event.target.value = ''
          if (file) choose(file)
        }}
      />
      <Button icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
        <span aria-live="polite">{said}</span>
      </Button>
    </span>
  )
}
