import { App, Button, Tag } from 'antd'
import { useState } from 'react'
import type { Webhook } from '../../../../schema/api/webhooks.ts'
import { webhooksTexts } from '../../../i18n/webhooks.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { DeliveryList } from './delivery-list.tsx'
import { Outcome } from './outcome.tsx'
import { useChangeWebhook, useWebhookSteps, useWebhooks } from './queries.ts'
import { WebhookForm } from './webhook-form.tsx'

/** Where the county's news is sent to, how the last message went, and below it all messages. */
export default function WebhooksTab() {
  const t = useTexts(webhooksTexts)
  const { may } = useCounty()
  const { modal } = App.useApp()
  const webhooks = useWebhooks()
  const failed = useFailureMessage()
  const [editing, setEditing] = useState<Webhook | 'new'>()
  const { ping, remove, resend } = useWebhookSteps()
  const change = useChangeWebhook(() => undefined)
  const ask = ({ id, name }: Webhook) =>
    modal.confirm({
      title: t('removeConfirm', { name }),
      content: t('removeHint'),
      okText: t('remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(id),
    })
  const add = may('webhook.write') && (
    <Button type={webhooks.data?.length ? 'default' : 'primary'} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <p>{t('hint')}</p>
      {webhooks.data?.length ? <div className="toolbar">{add}</div> : null}
      <DataTable<Webhook>
        label={t('title')}
        query={webhooks}
        rowKey={({ id }) => id}
        pagination={false}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} action={add} />}
        columns={[
          {
            key: 'name',
            title: t('name'),
            render: (_, { name, paused }) => (
              <>
                {name} {paused && <Tag>{t('paused')}</Tag>}
              </>
            ),
          },
          { key: 'format', title: t('format'), render: (_, { format }) => t(`format_${format}`) },
          { key: 'address', title: t('address'), render: (_, { host, end }) => `${host}/…${end}` },
          {
            key: 'events',
            title: t('events'),
            render: (_, { events }) => events.map((event) => t(`event_${event}`)).join(t('comma')),
          },
          { key: 'last', title: t('last'), render: (_, { last }) => last && <Outcome delivery={last} /> },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, hook) => (
              <>
                <Button type="link" size="small" disabled={hook.paused} onClick={() => ping.mutate(hook.id)}>
                  {t('ping')}
                </Button>
                <Button
                  type="link"
                  size="small"
                  onClick={() => change.mutate({ id: hook.id, paused: !hook.paused }, { onError: failed })}
                >
                  {t(hook.paused ? 'resume' : 'pause')}
                </Button>
                <Button type="link" size="small" onClick={() => setEditing(hook)}>
                  {t('edit')}
                </Button>
                <Button type="link" size="small" danger onClick={() => ask(hook)}>
                  {t('remove')}
                </Button>
              </>
            ),
          },
        ]}
      />
      {webhooks.data?.length ? (
        <DeliveryList webhooks={webhooks.data} resend={(id) => resend.mutate(id)} />
      ) : null}
      {editing && (
        <WebhookForm
          {...(editing === 'new' ? {} : { webhook: editing })}
          close={() => setEditing(undefined)}
        />
      )}
    </>
  )
}
