import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useConnection } from '../../lib/connection.ts'
import { useTexts } from '../../lib/language.tsx'
import { addressOf, type HereInCounty, useMaybeCounty } from '../../lib/session.ts'
import { PlainDialog } from '../../ui/plain-dialog.tsx'
import { sections } from '../sections.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import { CountySwitcher } from './county-switcher.tsx'
import { MenuIcon } from './icons.tsx'
import { keepLastCounty } from './last-county.ts'
import { Loading } from './loading.tsx'
import { Navigation } from './navigation.tsx'
import { NotFound } from './not-found.tsx'
import { prefetchLater } from './prefetch-later.ts'
import { useRoom } from './use-room.ts'
import { WithLibrary } from './with-library.tsx'

const ErasureBanner = lazy(() => import('./erasure-banner.tsx'))
const SecondFactorNeeded = lazy(() => import('../account/second-factor-needed.tsx'))

/** The frame of a county's console: navigation at the side, in a drawer on a phone. */
export function Shell() {
  const t = useTexts(shellTexts)
  const here = useMaybeCounty()
  const connected = useConnection()
  const room = useRoom()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const address = here && addressOf(here.summary)
  useEffect(() => {
    if (address !== undefined) keepLastCounty(address)
  }, [address])
  useEffect(prefetchLater, [])
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
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="shell-header">
        <button
          type="button"
          className="button text shell-menu"
          aria-label={t('menu')}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <MenuIcon />
        </button>
        <span className="brand">{t('brand')}</span>
        <CountySwitcher />
        <span className="spacer" />
        {!here.needsSecondFactor && <Bell />}
        <AccountMenu />
      </header>
      {!connected && (
        <p className="notice warning" role="status">
          {t('offline')}
        </p>
      )}
      <div className="shell-body">
        {room && (
          <div className="shell-side">
            <Navigation />
          </div>
        )}
        {open && (
          <PlainDialog title={t('menu')} className="drawer" close={() => setOpen(false)}>
            <Navigation />
          </PlainDialog>
        )}
        <main id="content" className="content" tabIndex={-1}>
          <Banners here={here} />
          <Content here={here} />
        </main>
      </div>
    </div>
  )
}

/** How it stands with the county: suspended, perhaps to be erased, or on trial. */
function Banners({ here: { summary, needsSecondFactor, may } }: { here: HereInCounty }) {
  const t = useTexts(shellTexts)
  return (
    <>
      {summary.suspended && (
        <p className="notice error trial" role="alert">
          {t('suspended')}
        </p>
      )}
      {summary.suspended && !needsSecondFactor && may('county.archive') && (
        <WithLibrary>
          <Suspense>
            <ErasureBanner />
          </Suspense>
        </WithLibrary>
      )}
      {summary.status === 'trial' && <p className="notice info trial">{t('trial')}</p>}
    </>
  )
}

/** The page itself, in the component library where its section is made with it. */
function Content({ here: { needsSecondFactor } }: { here: HereInCounty }) {
  const shown = useLocation().pathname.split('/')[2] ?? ''
  const section = sections.find(({ path }) => path === shown)
  const needed = needsSecondFactor || (section !== undefined && section.plain !== true)
  return (
    <WithLibrary needed={needed}>
      {needsSecondFactor ? (
        <Suspense fallback={<Loading />}>
          <SecondFactorNeeded />
        </Suspense>
      ) : (
        <Outlet />
      )}
    </WithLibrary>
  )
}
