import { Checkbox, InputNumber, Spin } from 'antd'
import { useState } from 'react'
import type { ColumnRule } from '../../../../schema/api/columns.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { columnsKey, useColumnRule } from '../queries.ts'

/** Whether the county's columns are public, and how long what is rectified stands there. */
export function RuleDialog({ close }: { close: () => void }) {
  const { data } = useColumnRule()
  return data ? <Loaded rule={data} close={close} /> : <Spin />
}

function Loaded({ rule, close }: { rule: ColumnRule; close: () => void }) {
  const t = useTexts(columnsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [wanted, setWanted] = useState(rule)
  const save = useChange<ColumnRule, ColumnRule>({
    send: (json, options) =>
      answer(api.counties[':county'].settings.columns.$put({ param: { county }, json }, options)),
    renews: [columnsKey(county)],
    done: (_, sent) => {
      close()
      if (sent !== rule) said(t('ruleSaved'), () => save.mutate(rule))
    },
  })
  return (
    <FormDialog
      title={t('settings')}
      submitLabel={t('save')}
      busy={save.isPending}
      error={save.error}
      submit={() => save.mutate(wanted)}
      close={close}
    >
      <div className="form-field">
        <Checkbox
          checked={wanted.public}
          onChange={({ target }) => setWanted({ ...wanted, public: target.checked })}
        >
          {t('makePublic')}
        </Checkbox>
        <p className="soft">{t('makePublicHint')}</p>
      </div>
      <FormField label={t('rectifiedDays')} hint={t('rectifiedDaysHint')}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={90}
            precision={0}
            value={wanted.rectifiedDays}
            onChange={(days) => setWanted({ ...wanted, rectifiedDays: days ?? rule.rectifiedDays })}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
