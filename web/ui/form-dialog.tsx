import { Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { ErrorState } from './error-state.tsx'

type Props = {
  title: string
  submitLabel: string
  busy: boolean
  /** What went wrong, unless it already stands beside a field. */
  error?: unknown
  disabled?: boolean
  wide?: boolean
  submit: () => void
  close: () => void
  children: ReactNode
}

/** A form in a dialog: Enter sends it, Escape closes it, what went wrong stands above the buttons. */
export function FormDialog({
  title,
  submitLabel,
  busy,
  error,
  disabled,
  wide,
  submit,
  close,
  children,
}: Props) {
  const t = useTexts(uiTexts)
  const form = useId()
  return (
    <Modal
      open
      title={title}
      okText={submitLabel}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ htmlType: 'submit', form, disabled: disabled ?? false }}
      mask={{ closable: false }}
      onCancel={close}
      width={wide ? 760 : 520}
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // A form drawn inside another one's dialog must not send both.
          event.stopPropagation()
          if (!busy && !disabled) submit()
        }}
      >
        {children}
        {error !== undefined && error !== null && <ErrorState error={error} />}
      </form>
    </Modal>
  )
}
