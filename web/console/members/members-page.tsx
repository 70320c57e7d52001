import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { membersTexts } from '../../i18n/members.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { InviteMember } from './invite-member.tsx'
import { type Link, LinkDialog } from './link-dialog.tsx'
import { MembersTable } from './members-table.tsx'

/** Who may sign in to this county; invitations and resets are one-time links. `?q=` searches. */
export default function MembersPage() {
  const t = useTexts(membersTexts)
  const ui = useTexts(uiTexts)
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
        <Input.Search
          className="search-box"
          allowClear
          aria-label={t('search')}
          placeholder={ui('searchHint')}
          value={q}
          onChange={(event) =>
            setFilter(event.target.value === '' ? {} : { q: event.target.value }, { replace: true })
          }
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
