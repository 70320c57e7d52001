import { Input } from 'antd'
import { useState } from 'react'
import type { Role } from '../../../schema/api/access.ts'
import { scopesOfRole } from '../../../worker/domain/access/scopes.ts'
import { membersTexts } from '../../i18n/members.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { useScopeOptions } from '../../lib/scopes.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { needsScope, ScopeFields } from '../../ui/scope-fields.tsx'
import type { Link } from './link-dialog.tsx'
import { useInvite } from './members.ts'

/** A new member: name, login, role, and what the role reaches over. */
export function InviteMember({ close, invited }: { close: () => void; invited: (link: Link) => void }) {
  const t = useTexts(membersTexts)
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [role, setRole] = useState<Role>('township_reporter')
  const [scope, setScope] = useState<string>()
  const options = useScopeOptions(role)
  const invite = useInvite(invited)
  const problem = invite.error instanceof ApiProblem ? invite.error : undefined
  const errors = {
    name: problem?.at('name'),
    login: problem?.at('login') ?? (problem?.code === 'member-exists' ? problem.detail : undefined),
    scope: problem?.code === 'scope-unfit' ? problem.detail : undefined,
  }
  const placed = Object.values(errors).some((said) => said !== undefined)
  const [kind] = scopesOfRole[role]
  const complete = name.trim() !== '' && login.trim() !== '' && (!needsScope(role) || scope !== undefined)
  const submit = () =>
    invite.mutate({
      name: name.trim(),
      login: login.trim().toLowerCase(),
      role,
      ...(scope === undefined ? {} : { scope }),
    })
  return (
    <FormDialog
      title={t('invite')}
      submitLabel={t('invite')}
      busy={invite.isPending}
      disabled={!complete}
      error={placed ? undefined : invite.error}
      submit={submit}
      close={close}
    >
      <FormField label={t('name')} error={errors.name}>
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
      <FormField label={t('login')} hint={t('loginHint')} error={errors.login}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
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
        hint={kind === undefined || kind === 'county' ? undefined : t(`scopeHint_${kind}`)}
        error={errors.scope}
      />
    </FormDialog>
  )
}
