import { Button, Input, Modal, QRCode } from 'antd'
import type { Role, Scope } from '../../../schema/api/access.ts'
import { membersTexts } from '../../i18n/members.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useTexts } from '../../lib/language.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { FormField } from '../../ui/form-field.tsx'

/** A one-time link just made, and for whom. */
export type Link = {
  name: string
  login: string
  role?: Role
  scope?: Scope
  reset: boolean
  url: string
  expiresAt: string
}

type Props = { link: Link; close: () => void; another: () => void }

/** Shows a one-time link this once: to copy, to scan, and in words ready for a chat. */
export function LinkDialog({ link, close, another }: Props) {
  const t = useTexts(membersTexts)
  const ui = useTexts(uiTexts)
  const { name, login, reset, url, expiresAt } = link
  return (
    <Modal
      open
      title={t('linkTitle', { name })}
      mask={{ closable: false }}
      onCancel={close}
      footer={[
        ...(reset
          ? []
          : [
              <Button key="another" onClick={another}>
                {t('another')}
              </Button>,
            ]),
        <Button key="close" onClick={close}>
          {ui('close')}
        </Button>,
      ]}
    >
      <CopyField label={t('invitationOf')} value={url} expiresAt={expiresAt} />
      <FormField label={t('message')}>
        {(control) => (
          <Input.TextArea
            {...control}
            readOnly
            autoSize
            value={t(reset ? 'resetMessage' : 'inviteMessage', { name, login, url })}
            onFocus={(event) => event.target.select()}
          />
        )}
      </FormField>
      <div className="qr">
        {/* The same link as above, which can be read and copied. */}
        <span aria-hidden="true">
          <QRCode type="svg" value={url} size={148} />
        </span>
        <p className="soft">{t('scan')}</p>
      </div>
    </Modal>
  )
}
