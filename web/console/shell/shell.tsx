import { MenuOutlined } from '@ant-design/icons'
import { Alert, Button, Drawer, Layout } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useConnection } from '../../lib/connection.ts'
import { useTexts } from '../../lib/language.tsx'
import { addressOf, useMaybeCounty } from '../../lib/session.ts'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import { CountySwitcher } from './county-switcher.tsx'
import { keepLastCounty } from './last-county.ts'
import { Loading } from './loading.tsx'
import { Navigation } from './navigation.tsx'
import { NotFound } from './not-found.tsx'

const ErasureBanner = lazy(() => import('./erasure-banner.tsx'))
const SecondFactorNeeded = lazy(() => import('../account/second-factor-needed.tsx'))

/** The frame of a county's console: navigation at the side, in a drawer on a phone. */
export function Shell() {
  const t = useTexts(shellTexts)
  const here = useMaybeCounty()
  const connected = useConnection()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const address = here && addressOf(here.summary)
  useEffect(() => {
    if (address !== undefined) keepLastCounty(address)
  }, [address])
  // Almost every section draws a table: fetched while the first page is being read.
  useEffect(() => {
    const timer = setTimeout(() => import('../../ui/data-table.tsx').catch(() => {}), 1500)
    return () => clearTimeout(timer)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes on every move to another page
  useEffect(() => setOpen(false), [pathname])
  if (!here) {
    return (
      <main className="content">
        <NotFound />
      </main>
    )
  }
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Layout.Header className="shell-header">
        <Button
          className="shell-menu"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('menu')}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        />
        <span className="brand">{t('brand')}</span>
        <CountySwitcher />
        <span className="spacer" />
        {!here.needsSecondFactor && <Bell />}
        <AccountMenu />
      </Layout.Header>
      {!connected && <Alert banner type="warning" role="status" title={t('offline')} />}
      <Layout>
        <Layout.Sider className="shell-side" width={200}>
          <Navigation />
        </Layout.Sider>
        <Drawer title={t('menu')} placement="left" size={260} open={open} onClose={() => setOpen(false)}>
          <Navigation />
        </Drawer>
        <main id="content" className="content" tabIndex={-1}>
          {here.summary.suspended && <Alert className="trial" type="error" showIcon title={t('suspended')} />}
          {here.summary.suspended && !here.needsSecondFactor && here.may('county.archive') && (
            <Suspense>
              <ErasureBanner />
            </Suspense>
          )}
          {here.summary.status === 'trial' && (
            <Alert className="trial" type="info" showIcon title={t('trial')} />
          )}
          {here.needsSecondFactor ? (
            <Suspense fallback={<Loading />}>
              <SecondFactorNeeded />
            </Suspense>
          ) : (
            <Outlet />
          )}
        </main>
      </Layout>
    </Layout>
  )
}
