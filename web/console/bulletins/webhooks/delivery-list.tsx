import { Button } from 'antd'
import { type Delivery, DeliveryState, type Webhook } from '../../../../schema/api/webhooks.ts'
import { webhooksTexts } from '../../../i18n/webhooks.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Choice } from '../list/choice.tsx'
import { Outcome } from './outcome.tsx'
import { useDeliveries } from './queries.ts'

type Props = { webhooks: readonly Webhook[]; resend: (id: string) => void }

/** Every message, the newest first; what failed, or of whose fate nobody knows, can be sent anew. */
export function DeliveryList({ webhooks, resend }: Props) {
  const t = useTexts(webhooksTexts)
  const filter = useFilter()
  const webhook = filter.get('webhook')
  const state = DeliveryState.safeParse(filter.get('delivery')).data
  const query = useDeliveries({ ...(webhook && { webhook }), ...(state && { state }) })
  const names = new Map(webhooks.map(({ id, name }) => [id, name]))
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t('deliveries')}</h2>
      <div className="toolbar">
        <Choice
          label={t('title')}
          none={t('everyWebhook')}
          value={webhook}
          options={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
          choose={(next) => filter.set('webhook', next)}
        />
        <Choice
          label={t('state')}
          none={t('everyState')}
          value={state}
          options={DeliveryState.options.map((value) => ({ value, label: t(`state_${value}`) }))}
          choose={(next) => filter.set('delivery', next)}
        />
      </div>
      <DataTable<Delivery>
        label={t('deliveries')}
        query={query}
        rowKey={({ id }) => id}
        pagination={false}
        empty={<EmptyState title={t('noDeliveries')} hint={t('noDeliveriesHint')} />}
        columns={[
          { key: 'event', title: t('event'), render: (_, { event }) => t(`event_${event}`) },
          { key: 'title', title: t('subject'), dataIndex: 'title' },
          { key: 'webhook', title: t('title'), render: (_, one) => names.get(one.webhook) },
          { key: 'attempts', title: t('attempts'), dataIndex: 'attempts', align: 'right' },
          { key: 'state', title: t('state'), render: (_, one) => <Outcome delivery={one} /> },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, { id, state: now }) =>
              (now === 'dead' || now === 'unknown') && (
                <Button size="small" onClick={() => resend(id)}>
                  {t('resend')}
                </Button>
              ),
          },
        ]}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}
