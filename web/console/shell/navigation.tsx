import { Menu } from 'antd'
import { Link, useLocation } from 'react-router'
import { sectionsTexts } from '../../i18n/sections.ts'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { sections } from '../sections.tsx'

/** The sections this member may see. */
export function Navigation() {
  const t = useTexts(shellTexts)
  const name = useTexts(sectionsTexts)
  const { county, may } = useCounty()
  const shown = useLocation().pathname.split('/')[2] ?? ''
  // A round's pages belong to the boards, which is where one comes from and goes back to.
  const current = sections.find(({ path }) => path === shown)?.within ?? shown
  const itemsOf = (group: 'groupWork' | 'groupSetup') =>
    sections
      .filter((section) => section.group === group && may(section.verb))
      .map(({ path, icon }) => ({
        key: path,
        icon,
        label: (
          <Link
            to={`/${county}/${path}`}
            {...(path === current
              ? { 'aria-current': path === shown ? ('page' as const) : ('true' as const) }
              : {})}
          >
            {name(path)}
          </Link>
        ),
      }))
  const groups = (['groupWork', 'groupSetup'] as const).map((group) => ({
    key: group,
    type: 'group' as const,
    label: t(group),
    children: itemsOf(group),
  }))
  return (
    <nav aria-label={t('navigation')}>
      <Menu mode="inline" selectedKeys={[current]} items={groups} />
    </nav>
  )
}
