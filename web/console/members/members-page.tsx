import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Member } from '../../../schema/api/identity.ts'
import { membersTexts } from '../../i18n/members.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { ChangeRole } from './change-role.tsx'
import { InviteMember } from './invite-member.tsx'
import { InviteList } from './inviting/invite-list.tsx'
import { type Link, LinkDialog } from './link-dialog.tsx'
import { MembersTable } from './members-table.tsx'
import { SecondFactorRule } from './second-factor-rule.tsx'

const LinkSheet = lazy(async () => ({ default: (await import('./inviting/link-sheet.tsx')).LinkSheet }))

/** Who may sign in to this county; invitations and resets are one-time links. `?q=` searches, `?invite=list` invites. */
export default function MembersPage() {
  const t = useTexts(membersTexts)
  const { may } = useCounty()
  const filter = useFilter()
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<Link>()
  const [sheet, setSheet] = useState<Link[]>()
  const [changing, setChanging] = useState<Member>()
  const q = filter.get('q')
  if (sheet) {
    return (
      <Suspense fallback={<div className="loading" />}>
        <LinkSheet links={sheet} close={() => setSheet(undefined)} />
      </Suspense>
    )
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          may('member.write') && (
            <>
              <Button onClick={() => filter.set('invite', 'list')}>{t('inviteList')}</Button>
              <Button type="primary" onClick={() => setInviting(true)}>
                {t('invite')}
              </Button>
            </>
          )
        }
      />
      <div className="toolbar">
        <SearchBox label={t('search')} value={q} change={(text) => filter.set('q', text)} />
      </div>
      {may('member.write') && <SecondFactorRule />}
      <MembersTable q={q} showLink={setLink} changeRole={setChanging} />
      {inviting && (
        <InviteMember
          close={() => setInviting(false)}
          invited={(made) => {
            setInviting(false)
            setLink(made)
          }}
        />
      )}
      {filter.get('invite') === 'list' && may('member.write') && (
        <InviteList
          close={() => filter.set('invite', '')}
          invited={(made) => {
            filter.set('invite', '')
            setSheet(made)
          }}
        />
      )}
      {changing && <ChangeRole member={changing} close={() => setChanging(undefined)} />}
      {link && (
        <LinkDialog
          link={link}
          close={() => setLink(undefined)}
          another={() => {
            setLink(undefined)
            setInviting(true)
          }}
        />
      )}
    </>
  )
}
