import { App, Button, Tag } from 'antd'
import type { Member } from '../../../schema/api/identity.ts'
import { membersTexts } from '../../i18n/members.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNameSearch } from '../../lib/pinyin.ts'
import { useScopeName } from '../../lib/scopes.ts'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Link } from './link-dialog.tsx'
import { useChangeMember, useMembers } from './members.ts'

type Props = { q: string; showLink: (link: Link) => void; changeRole: (member: Member) => void }

/** Members with what may be done to each; nobody disables or resets themselves here. */
export function MembersTable({ q, showLink, changeRole }: Props) {
  const t = useTexts(membersTexts)
  const roleName = useTexts(rolesTexts)
  const scopeName = useScopeName()
  const { may, member: self } = useCounty()
  const { modal } = App.useApp()
  const members = useMembers()
  const { resetLink, resetFactor, disable, restore, busy } = useChangeMember(showLink)
  const rows = useNameSearch(members.data ?? [], ({ name, login }) => `${name} ${login}`, q)
  const askReset = (member: Member) =>
    modal.confirm({
      title: t('resetConfirm', { name: member.name }),
      okText: t('reset'),
      onOk: () => resetLink(member),
    })
  const askResetFactor = (member: Member) =>
    modal.confirm({
      title: t('resetFactorConfirm', { name: member.name }),
      okText: t('resetFactor'),
      onOk: () => resetFactor(member),
    })
  const actions = (member: Member) =>
    member.id === self.id ? (
      <span className="soft">{t('self')}</span>
    ) : (
      <span className="row-actions">
        {member.state === 'invited' && (
          <Button type="link" size="small" disabled={busy} onClick={() => resetLink(member)}>
            {t('newLink')}
          </Button>
        )}
        {member.state === 'active' && (
          <Button type="link" size="small" disabled={busy} onClick={() => askReset(member)}>
            {t('reset')}
          </Button>
        )}
        {member.secondFactor && (
          <Button type="link" size="small" disabled={busy} onClick={() => askResetFactor(member)}>
            {t('resetFactor')}
          </Button>
        )}
        {member.state !== 'disabled' && (
          <Button type="link" size="small" onClick={() => changeRole(member)}>
            {t('changeRole')}
          </Button>
        )}
        <Button
          type="link"
          size="small"
          onClick={() => (member.state === 'disabled' ? restore(member) : disable(member))}
        >
          {t(member.state === 'disabled' ? 'restore' : 'disable')}
        </Button>
      </span>
    )
  return (
    <DataTable<Member>
      label={t('title')}
      query={{ ...members, data: members.data && rows }}
      rowKey={({ id }) => id}
      empty={
        q === '' ? (
          <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />
        ) : (
          <EmptyState title={t('noMatchTitle')} hint={t('noMatchHint')} />
        )
      }
      columns={[
        { key: 'name', title: t('name'), dataIndex: 'name' },
        { key: 'login', title: t('login'), dataIndex: 'login' },
        { key: 'role', title: t('role'), render: (_, { role }) => roleName(role) },
        { key: 'scope', title: t('scope'), render: (_, { scope }) => scopeName(scope) },
        {
          key: 'state',
          title: t('state'),
          render: (_, { state, secondFactor }) => (
            <>
              {state === 'active' ? t(state) : <Tag>{t(state)}</Tag>}
              {secondFactor && <span className="soft"> · {t('factorOn')}</span>}
            </>
          ),
        },
        ...(may('member.write')
          ? [{ key: 'actions', title: t('actions'), render: (_: unknown, member: Member) => actions(member) }]
          : []),
      ]}
    />
  )
}
