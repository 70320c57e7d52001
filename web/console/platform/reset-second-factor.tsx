import { Input } from 'antd'
import { useState } from 'react'
import { platformTexts } from '../../i18n/platform.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useChange } from '../../lib/use-change.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useUndoable } from '../../ui/undoable.ts'

/** For a lost phone of somebody whom no county alone answers for. */
export function ResetSecondFactor({ close }: { close: () => void }) {
  const t = useTexts(platformTexts)
  const say = useUndoable()
  const [login, setLogin] = useState('')
  const reset = useChange({
    send: async (json: { login: string }) => {
      await answer(api.platform['second-factor-resets'].$post({ json }))
    },
    done: (_, sent) => {
      say(t('didResetFactor', sent))
      close()
    },
  })
  return (
    <FormDialog
      title={t('resetFactor')}
      submitLabel={t('resetFactor')}
      busy={reset.isPending}
      disabled={login.trim() === ''}
      error={reset.error}
      submit={() => reset.mutate({ login: login.trim() })}
      close={close}
    >
      <p>{t('resetFactorSay')}</p>
      <FormField label={t('login')}>
        {(control) => (
          <Input
            {...control}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
