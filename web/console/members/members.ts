import { useQuery } from '@tanstack/react-query'
import type { Member, NewMember, OneTimeLink } from '../../../schema/api/identity.ts'
import { membersTexts } from '../../i18n/members.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { useUndoable } from '../../ui/undoable.ts'
import type { Link } from './link-dialog.tsx'

const membersKey = (county: string) => [county, 'members'] as const

export function useMembers() {
  const { county } = useCounty()
  return useQuery({
    queryKey: membersKey(county),
    queryFn: () =>
      allPages<Member>((cursor) =>
        answer(
          api.counties[':county'].members.$get({ param: { county }, query: { limit: '500', ...cursor } }),
        ),
      ),
  })
}

/** Invites; `made` gets the one-time link, which is shown only now. */
export function useInvite(made: (link: Link) => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: NewMember, options) =>
      answer(api.counties[':county'].members.$post({ param: { county }, json }, options)),
    renews: [membersKey(county)],
    done: ({ member, activation }) => made(linkOf(member, activation)),
  })
}

/** Disables and restores members, each with its undo, and makes reset links. */
export function useChangeMember(showLink: (link: Link) => void) {
  const t = useTexts(membersTexts)
  const { county } = useCounty()
  const undoable = useUndoable()
  const failed = useFailureMessage()
  const change = useChange({
    send: ({ id, disabled }: { id: string; disabled: boolean }) =>
      answer(api.counties[':county'].members[':id'].$patch({ param: { county, id }, json: { disabled } })),
    renews: [membersKey(county)],
  })
  const reset = useChange({
    send: (id: string, options) =>
      answer(api.counties[':county'].members[':id'].reset.$post({ param: { county, id } }, options)),
    renews: [membersKey(county)],
  })
  const factor = useChange({
    send: async ({ id }: Pick<Member, 'id' | 'name'>) => {
      await answer(api.counties[':county'].members[':id']['second-factor'].$delete({ param: { county, id } }))
    },
    renews: [membersKey(county)],
    done: (_, { name }) => undoable(t('didResetFactor', { name })),
  })
  const setDisabled = ({ id, name }: Pick<Member, 'id' | 'name'>, disabled: boolean) =>
    change.mutate(
      { id, disabled },
      {
        onSuccess: () =>
          undoable(t(disabled ? 'didDisable' : 'didRestore', { name }), () =>
            setDisabled({ id, name }, !disabled),
          ),
        onError: failed,
      },
    )
  return {
    busy: reset.isPending || factor.isPending,
    resetFactor: ({ id, name }: Member) => factor.mutateAsync({ id, name }).catch(failed),
    disable: (member: Member) => setDisabled(member, true),
    restore: (member: Member) => setDisabled(member, false),
    // A promise: the link is shown once, also where the table was drawn anew meanwhile.
    resetLink: (member: Member) =>
      reset
        .mutateAsync(member.id)
        .then(({ member: made, activation }) => showLink(linkOf(made, activation)), failed),
  }
}

function linkOf(member: Member, { url, expiresAt }: OneTimeLink): Link {
  return { name: member.name, login: member.login, reset: member.state === 'active', url, expiresAt }
}
