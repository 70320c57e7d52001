import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

type Props = {
  title: string
  applyLabel: string
  /** While something is unclear there is nothing to apply. */
  disabled: boolean
  busy?: boolean
  width?: number
  apply: () => void
  close: () => void
  children: ReactNode
}

/** A wide dialog for many rows at once: looked at first, then taken whole or not at all. Enter stays with its fields. */
export function BatchDialog({
  title,
  applyLabel,
  disabled,
  busy = false,
  width = 960,
  apply,
  close,
  children,
}: Props) {
  const t = useTexts(uiTexts)
  return (
    <Modal
      open
      width={width}
      title={title}
      mask={{ closable: false }}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {t('cancel')}
        </Button>,
        <Button key="apply" type="primary" disabled={disabled} loading={busy} onClick={apply}>
          {applyLabel}
        </Button>,
      ]}
    >
      {children}
    </Modal>
  )
}
