import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { Role } from '../../../schema/api/access.ts'
import type { Token } from '../../../schema/api/identity.ts'
import { tokensTexts } from '../../i18n/tokens.ts'
import { useTexts } from '../../lib/language.tsx'
import { useScopeOptions } from '../../lib/scopes.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { needsScope, ScopeFields } from '../../ui/scope-fields.tsx'
import { useMakeToken } from './tokens.ts'

type Props = { close: () => void; made: (token: { token: Token; secret: string }) => void }

export function AddToken({ close, made }: Props) {
  const t = useTexts(tokensTexts)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('county_leader')
  const [scope, setScope] = useState<string>()
  const [expiresInDays, setDays] = useState(180)
  const options = useScopeOptions(role)
  const make = useMakeToken(made)
  return (
    <FormDialog
      title={t('add')}
      submitLabel={t('add')}
      busy={make.isPending}
      disabled={name.trim() === '' || (needsScope(role) && scope === undefined)}
      error={make.error}
      submit={() =>
        make.mutate({ name: name.trim(), role, expiresInDays, ...(scope === undefined ? {} : { scope }) })
      }
      close={close}
    >
      <FormField label={t('name')} hint={t('nameHint')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <ScopeFields
        labels={{ role: t('role'), scope: t('scope') }}
        role={role}
        scope={scope}
        change={(nextRole, nextScope) => {
          setRole(nextRole)
          setScope(nextScope)
        }}
        options={options}
      />
      <FormField label={t('days')}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={400}
            precision={0}
            value={expiresInDays}
            onChange={(value) => setDays(value ?? 1)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
