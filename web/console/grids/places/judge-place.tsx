import { Input } from 'antd'
import { useState } from 'react'
import type { PlaceFlag, PlaceFlagChange } from '../../../../schema/api/field.ts'
import { gridsTexts } from '../../../i18n/grids.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'

type Props = { flag: PlaceFlag; state: PlaceFlagChange['state']; close: () => void }

/** What a human made of an odd time or place, with a note; a reproach needs one. */
export function JudgePlace({ flag: { id }, state, close }: Props) {
  const t = useTexts(gridsTexts)
  const { county } = useCounty()
  const [note, setNote] = useState('')
  const judge = useChange({
    send: (json: PlaceFlagChange, options) =>
      answer(api.counties[':county']['place-flags'][':id'].$patch({ param: { county, id }, json }, options)),
    renews: [[county, 'place-flags']],
    done: close,
  })
  const reason = note.trim()
  return (
    <FormDialog
      title={t(`judge_${state}`)}
      submitLabel={t('submit')}
      busy={judge.isPending}
      disabled={state === 'confirmed' && reason === ''}
      error={judge.error}
      submit={() => judge.mutate({ state, ...(reason === '' ? {} : { note: reason }) })}
      close={close}
    >
      <FormField label={t('note')} hint={t(`judgeHint_${state}`)}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
