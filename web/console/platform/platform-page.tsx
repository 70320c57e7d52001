import { Tabs } from 'antd'
import { Link } from 'react-router'
import { erasureTexts } from '../../i18n/erasure.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useTexts } from '../../lib/language.tsx'
import { useMe } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { OutsideCounty } from '../shell/outside-county.tsx'
import { CountiesTable } from './counties-table.tsx'
import { DeadLetters } from './dead-letters.tsx'
import { ErasuresTable } from './erasures/erasures-table.tsx'
import { Overview } from './overview.tsx'
import { useOverview } from './queries.ts'
import { ResetSecondFactor } from './reset-second-factor.tsx'
import './platform.css'

/** `/console/platform`: for who runs the service; to anybody else it does not exist. `?tab=&status=&q=`. */
export default function PlatformPage() {
  const t = useTexts(platformTexts)
  const { account, memberships } = useMe()
  if (!account.platform) {
    return (
      <main className="content">
        <NotFound />
      </main>
    )
  }
  return (
    <OutsideCounty section={t('section')}>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            <ResetSecondFactor />
            {memberships.length > 0 && <Link to="/">{t('toCounty')}</Link>}
          </>
        }
      />
      <PlatformTabs />
    </OutsideCounty>
  )
}

function PlatformTabs() {
  const t = useTexts(platformTexts)
  const erasing = useTexts(erasureTexts)
  const filter = useFilter()
  const dead = useOverview().data?.health.dead ?? 0
  const open = ['health', 'dead', 'erasures'].find((key) => key === filter.get('tab')) ?? 'counties'
  return (
    <Tabs
      activeKey={open}
      destroyOnHidden
      onChange={(key) => filter.set('tab', key === 'counties' ? '' : key)}
      items={[
        { key: 'counties', label: t('tabCounties'), children: <CountiesTable /> },
        { key: 'health', label: t('tabHealth'), children: <Overview /> },
        {
          key: 'dead',
          label: dead === 0 ? t('tabDead') : t('tabDeadOf', { n: dead }),
          children: <DeadLetters />,
        },
        { key: 'erasures', label: erasing('tab'), children: <ErasuresTable /> },
      ]}
    />
  )
}
