import { useState } from 'react'
import type { Role } from '../../../schema/api/access.ts'
import type { Member } from '../../../schema/api/identity.ts'
import { membersTexts } from '../../i18n/members.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { useScopeOptions } from '../../lib/scopes.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { needsScope, ScopeFields } from '../../ui/scope-fields.tsx'
import { useUndoable } from '../../ui/undoable.ts'

/** Gives a member another role or scope; it holds from their next click on. */
export function ChangeRole({ member, close }: { member: Member; close: () => void }) {
  const t = useTexts(membersTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [role, setRole] = useState<Role>(member.role)
  const [scope, setScope] = useState<string | undefined>(member.scope.id ?? undefined)
  const options = useScopeOptions(role)
  const change = useChange({
    send: (json: { role: Role; scope: string | null }) =>
      answer(api.counties[':county'].members[':id'].$patch({ param: { county, id: member.id }, json })),
    renews: [[county, 'members']],
    done: () => {
      said(t('didChange', { name: member.name }))
      close()
    },
  })
  const unfit =
    change.error instanceof ApiProblem && change.error.code === 'scope-unfit'
      ? change.error.detail
      : undefined
  return (
    <FormDialog
      title={t('changeOf', { name: member.name })}
      submitLabel={ui('save')}
      busy={change.isPending}
      disabled={needsScope(role) && scope === undefined}
      error={unfit === undefined ? change.error : undefined}
      submit={() => change.mutate({ role, scope: needsScope(role) ? (scope ?? null) : null })}
      close={close}
    >
      <ScopeFields
        labels={{ role: t('role'), scope: t('scope') }}
        role={role}
        scope={scope}
        change={(nextRole, nextScope) => {
          setRole(nextRole)
          setScope(nextScope)
        }}
        options={options}
        error={unfit}
      />
    </FormDialog>
  )
}
