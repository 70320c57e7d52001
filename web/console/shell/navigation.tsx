import { lazy, Suspense } from 'react'
import { Link, useLocation } from 'react-router'
import { sectionsTexts } from '../../i18n/sections.ts'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { type ConsoleSection, sections } from '../sections.tsx'

const SectionIcon = lazy(() => import('./section-icons.tsx'))

/** The sections this member may see. */
export function Navigation() {
  const t = useTexts(shellTexts)
  const { may } = useCounty()
  const shown = useLocation().pathname.split('/')[2] ?? ''
  const seen = sections.filter(({ verb }) => may(verb))
  return (
    <nav className="navigation" aria-label={t('navigation')}>
      {(['groupWork', 'groupSetup'] as const).map((group) => {
        const inGroup = seen.filter((section) => section.group === group)
        if (inGroup.length === 0) return null
        return (
          <div key={group}>
            <p className="soft">{t(group)}</p>
            <ul>
              {inGroup.map((section) => (
                <Entry key={section.path} section={section} shown={shown} />
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

function Entry({ section: { path, icon }, shown }: { section: ConsoleSection; shown: string }) {
  const name = useTexts(sectionsTexts)
  const { county } = useCounty()
  // A round's pages belong to the boards, which is where one comes from and goes back to.
  const current = sections.find((one) => one.path === shown)?.within ?? shown
  return (
    <li>
      <Link
        to={`/${county}/${path}`}
        {...(path === current
          ? { 'aria-current': path === shown ? ('page' as const) : ('true' as const) }
          : {})}
      >
        <span className="picture" aria-hidden="true">
          {icon && (
            <Suspense>
              <SectionIcon name={icon} />
            </Suspense>
          )}
        </span>
        {name(path)}
      </Link>
    </li>
  )
}
