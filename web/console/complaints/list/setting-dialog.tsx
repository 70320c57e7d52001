import { Checkbox, Input, Spin } from 'antd'
import { useState } from 'react'
import type { ComplaintSetting } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey, useSetting } from '../queries.ts'

/** Whether the public can write, and whom to ring when it cannot. */
export function SettingDialog({ close }: { close: () => void }) {
  const { data } = useSetting()
  return data ? <Loaded setting={data} close={close} /> : <Spin />
}

function Loaded({ setting, close }: { setting: ComplaintSetting; close: () => void }) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [open, setOpen] = useState(setting.open)
  const [hotline, setHotline] = useState(setting.hotline ?? '')
  const change = useChange({
    send: (json: ComplaintSetting, options) =>
      answer(api.counties[':county'].complaints.setting.$put({ param: { county }, json }, options)),
    renews: [complaintsKey(county)],
    done: () => {
      said(t('didSet'))
      close()
    },
  })
  return (
    <FormDialog
      title={t('settingTitle')}
      submitLabel={t('save')}
      busy={change.isPending}
      error={change.error}
      submit={() => change.mutate({ open, hotline: hotline.trim() || null })}
      close={close}
    >
      <p>
        <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>
          {t('openLabel')}
        </Checkbox>
      </p>
      <p className="soft">{t('openHint')}</p>
      <p className="soft">
        {t('address')} <code>{`${location.origin}/c/${county}/complaints`}</code>
      </p>
      <FormField label={t('hotline')} hint={t('hotlineHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            inputMode="tel"
            value={hotline}
            onChange={({ target }) => setHotline(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
