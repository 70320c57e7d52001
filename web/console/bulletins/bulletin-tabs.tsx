import { Button, Tabs } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { bulletinsTexts } from '../../i18n/bulletins.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { BulletinList } from './list/bulletin-list.tsx'
import { NewBulletin } from './list/new-bulletin.tsx'

const RulesTab = lazy(() => import('./rules-tab.tsx'))
const WebhooksTab = lazy(() => import('./webhooks/webhooks-tab.tsx'))

/** The list, and for the office where news is sent to; the tab stands in the address. */
export function BulletinTabs() {
  const t = useTexts(bulletinsTexts)
  const { may } = useCounty()
  const filter = useFilter()
  const [composing, setComposing] = useState(false)
  const compose = may('bulletin.write') && (
    <Button type="primary" onClick={() => setComposing(true)}>
      {t('compose')}
    </Button>
  )
  const list = <BulletinList compose={compose} />
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={filter.get('tab') === '' && compose} />
      {may('webhook.read') ? (
        <Tabs
          activeKey={filter.get('tab') || 'list'}
          onChange={(tab) => filter.set('tab', tab === 'list' ? '' : tab)}
          items={[
            { key: 'list', label: t('tabList'), children: list },
            {
              key: 'webhooks',
              label: t('tabWebhooks'),
              children: (
                <Suspense>
                  <WebhooksTab />
                </Suspense>
              ),
            },
            {
              key: 'rules',
              label: t('tabRules'),
              children: (
                <Suspense>
                  <RulesTab />
                </Suspense>
              ),
            },
          ]}
        />
      ) : (
        list
      )}
      {composing && <NewBulletin close={() => setComposing(false)} />}
    </>
  )
}
