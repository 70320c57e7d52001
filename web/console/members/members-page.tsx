import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { membersTexts } from '../../i18n/members.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { InviteMember } from './invite-member.tsx'
import { type Link, LinkDialog } from './link-dialog.tsx'
import { MembersTable } from './members-table.tsx'

/** Who may sign in to this county; invitations and resets are one-time links. `?q=` searches. */
export default function MembersPage() {
  const t = useTexts(membersTexts)
  const { may } = useCounty()
  const [filter, setFilter] = useSearchParams()
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<Link>()
  const q = filter.get('q') ?? ''
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          may('member.write') && (
            <Button type="primary" onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          )
        }
      />
      <div className="toolbar">
        <SearchBox
          label={t('search')}
          value={q}
          change={(text) => setFilter(text === '' ? {} : { q: text }, { replace: true })}
        />
      </div>
      <MembersTable q={q} showLink={setLink} />
      {inviting && (
        <InviteMember
          close={() => setInviting(false)}
          invited={(made) => {
            setInviting(false)
            setLink(made)
          }}
        />
      )}
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
