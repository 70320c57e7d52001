import { Select } from 'antd'
import type { Role } from '../../schema/api/access.ts'
import { scopesOfRole } from '../../worker/domain/access/scopes.ts'
import { rolesTexts } from '../i18n/roles.ts'
import { useTexts } from '../lib/language.tsx'
import { FormField } from './form-field.tsx'
import { type NameOption, NameSelect } from './name-select.tsx'

/** In the order of the table of roles. */
const roles = Object.keys(scopesOfRole) as Role[]

type Props = {
  labels: { role: string; scope: string }
  role: Role
  scope: string | undefined
  change: (role: Role, scope: string | undefined) => void
  /** The areas and units the role may have as its scope. */
  options: readonly NameOption[]
  hint?: string | undefined
  error?: string | undefined
}

/** A role, and what it reaches over; a role over the whole county asks for nothing more. */
export function ScopeFields({ labels, role, scope, change, options, hint, error }: Props) {
  const t = useTexts(rolesTexts)
  return (
    <>
      <FormField label={labels.role}>
        {(control) => (
          <Select<Role>
            {...control}
            value={role}
            onChange={(next) => change(next, undefined)}
            options={roles.map((value) => ({ value, label: t(value) }))}
          />
        )}
      </FormField>
      {needsScope(role) && (
        <FormField label={labels.scope} hint={hint} error={error}>
          {(control) => (
            <NameSelect
              {...control}
              value={scope ?? null}
              onChange={(value: string | null) => change(role, value ?? undefined)}
              options={options}
            />
          )}
        </FormField>
      )}
    </>
  )
}

/** Whether a role means nothing without an area or unit. */
export function needsScope(role: Role): boolean {
  return !scopesOfRole[role].includes('county')
}
