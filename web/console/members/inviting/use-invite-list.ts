import type { NewMembers } from '../../../../schema/api/identity.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import type { Link } from '../link-dialog.tsx'

/** Invites everybody on a list, or nobody; `made` gets the links, which are shown only now. */
export function useInviteList(made: (links: Link[]) => void) {
  const { county } = useCounty()
  return useChange({
    send: (members: NewMembers['members'], options) =>
      answer(
        api.counties[':county'].members.invitations.$post({ param: { county }, json: { members } }, options),
      ),
    renews: [
      [county, 'members'],
      [county, 'setup'],
    ],
    done: ({ items }) =>
      made(
        items.map(({ member, activation }) => ({
          ...{ name: member.name, login: member.login, role: member.role, scope: member.scope },
          ...{ reset: false, url: activation.url, expiresAt: activation.expiresAt },
        })),
      ),
  })
}
