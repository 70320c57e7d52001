import { App, Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import type { Token } from '../../../schema/api/identity.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { tokensTexts } from '../../i18n/tokens.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useScopeName } from '../../lib/scopes.ts'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AddToken } from './add-token.tsx'
import { useRevoke, useTokens } from './tokens.ts'

/** Tokens for other systems; a token's secret is shown once, when it is made. */
export default function TokensPage() {
  const t = useTexts(tokensTexts)
  const ui = useTexts(uiTexts)
  const roleName = useTexts(rolesTexts)
  const scopeName = useScopeName()
  const dates = useDates()
  const now = useNow()
  const { may } = useCounty()
  const { modal } = App.useApp()
  const tokens = useTokens()
  const revoke = useRevoke()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<{ token: Token; secret: string }>()
  const stateOf = ({ revokedAt, expiresAt }: Token) =>
    revokedAt !== null ? 'revoked' : Date.parse(expiresAt) <= now ? 'expired' : 'valid'
  const ask = ({ id, name }: Token) =>
    modal.confirm({
      title: t('revokeConfirm', { name }),
      okText: t('revoke'),
      okButtonProps: { danger: true },
      onOk: () => revoke.mutate(id),
    })
  const add = may('token.write') && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  const none = tokens.data?.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={
          <>
            {t('hint')} <a href="/api/docs">{t('docs')}</a>
          </>
        }
        actions={!none && add}
      />
      <DataTable<Token>
        label={t('title')}
        query={tokens}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} action={add} />}
        columns={[
          { key: 'name', title: t('name'), dataIndex: 'name' },
          { key: 'role', title: t('role'), render: (_, { role }) => roleName(role) },
          { key: 'scope', title: t('scope'), render: (_, { scope }) => scopeName(scope) },
          { key: 'created', title: t('created'), render: (_, { createdAt }) => dates.day(createdAt) },
          { key: 'expires', title: t('expires'), render: (_, { expiresAt }) => dates.day(expiresAt) },
          {
            key: 'state',
            title: t('state'),
            render: (_, token) => (stateOf(token) === 'valid' ? t('valid') : <Tag>{t(stateOf(token))}</Tag>),
          },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, token) =>
              stateOf(token) === 'valid' &&
              may('token.write') && (
                <Button type="link" size="small" onClick={() => ask(token)}>
                  {t('revoke')}
                </Button>
              ),
          },
        ]}
      />
      {adding && (
        <AddToken
          close={() => setAdding(false)}
          made={(token) => {
            setAdding(false)
            setMade(token)
          }}
        />
      )}
      {made && (
        <Modal
          open
          title={t('secret', { name: made.token.name })}
          mask={{ closable: false }}
          onCancel={() => setMade(undefined)}
          footer={<Button onClick={() => setMade(undefined)}>{ui('close')}</Button>}
        >
          <CopyField label={t('secretLabel')} value={made.secret} expiresAt={made.token.expiresAt} />
        </Modal>
      )}
    </>
  )
}
