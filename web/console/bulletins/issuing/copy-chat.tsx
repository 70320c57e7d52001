import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFailureMessage } from '../../../ui/failure-message.ts'

/** Text to paste into a chat group; it is shown as well, for where the clipboard is closed. */
export function CopyChat({ id }: { id: string }) {
  const t = useTexts(bulletinsTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  const failed = useFailureMessage()
  const [text, setText] = useState<string>()
  const [copied, setCopied] = useState(false)
  const read = () =>
    answer(api.counties[':county'].bulletins[':id'].chat.$get({ param: { county, id } })).then(
      (chat) => setText(chat.text),
      failed,
    )
  const copy = (words: string) =>
    navigator.clipboard?.writeText(words).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  const close = () => {
    setText(undefined)
    setCopied(false)
  }
  return (
    <>
      <Button onClick={read}>{t('chat')}</Button>
      {text !== undefined && (
        <Modal
          open
          title={t('chatTitle')}
          onCancel={close}
          footer={
            <>
              <Button onClick={close}>{ui('close')}</Button>
              <Button type="primary" onClick={() => void copy(text)}>
                <span aria-live="polite">{ui(copied ? 'copied' : 'copy')}</span>
              </Button>
            </>
          }
        >
          <Input.TextArea
            aria-label={t('chatTitle')}
            readOnly
            autoSize={{ minRows: 6, maxRows: 16 }}
            value={text}
            onFocus={({ target }) => target.select()}
          />
        </Modal>
      )}
    </>
  )
}
