import { lazy, useState } from 'react'
import { Link } from 'react-router'
import { erasureTexts } from '../../i18n/erasure.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useTexts } from '../../lib/language.tsx'
import { useMe } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { PlainTabs } from '../../ui/plain-tabs.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { OutsideCounty } from '../shell/outside-county.tsx'
import { WithLibrary } from '../shell/with-library.tsx'
import { type Asked, PlatformDialog } from './asked.tsx'
import { CountiesTable } from './counties-table.tsx'
import { useOverview } from './queries.ts'
import './platform.css'

const DeadLetters = lazy(() => import('./dead-letters.tsx'))
const ErasuresTable = lazy(() => import('./erasures/erasures-table.tsx'))
const Overview = lazy(() => import('./overview.tsx'))

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
            <ResetButton />
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
    <PlainTabs
      label={t('title')}
      open={open}
      change={(key) => filter.set('tab', key === 'counties' ? '' : key)}
      tabs={[
        { key: 'counties', label: t('tabCounties') },
        { key: 'health', label: t('tabHealth') },
        { key: 'dead', label: dead === 0 ? t('tabDead') : t('tabDeadOf', { n: dead }) },
        { key: 'erasures', label: erasing('tab') },
      ]}
    >
      {open === 'counties' ? (
        <CountiesTable />
      ) : (
        <WithLibrary>
          {open === 'health' && <Overview />}
          {open === 'dead' && <DeadLetters />}
          {open === 'erasures' && <ErasuresTable />}
        </WithLibrary>
      )}
    </PlainTabs>
  )
}

/** For a lost phone of somebody whom no county alone answers for. */
function ResetButton() {
  const t = useTexts(platformTexts)
  const [asked, setAsked] = useState<Asked>()
  return (
    <>
      <button type="button" className="button" onClick={() => setAsked({ what: 'resetSecondFactor' })}>
        {t('resetFactor')}
      </button>
      {asked && <PlatformDialog asked={asked} close={() => setAsked(undefined)} />}
    </>
  )
}
