import { can } from '../../../worker/domain/access/can.ts'
import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'
import { gridsOf } from './areas.ts'
import { Link, useRoute } from './router.tsx'
import { useBundle } from './stored.ts'

/** The screens one always comes back to, at the bottom of each of them; gone where a task has the bottom for itself. */
export function Nav() {
  const t = useTexts(fieldTexts)
  const { parts } = useRoute()
  const bundle = useBundle()
  const [first = '', second] = parts
  if (second !== undefined || !tabs.includes(first)) return null
  const member = bundle?.member
  const inspects = member === undefined || can(member, 'inspection.write')
  const walks = bundle ? gridsOf(bundle).length > 0 : false
  const shown = [
    { to: '', sign: '≡', label: t('today') },
    ...(inspects ? [{ to: 'inspect', sign: '✓', label: t('inspect') }] : []),
    { to: 'found', sign: '+', label: t('found') },
    ...(!inspects && walks ? [{ to: 'patrol', sign: '◎', label: t('patrol') }] : []),
    { to: 'outbox', sign: '↑', label: t('outbox') },
    { to: 'me', sign: '⋯', label: t('me') },
  ]
  return (
    <nav className="tabs" aria-label={t('screens')}>
      {shown.map(({ to, sign, label }) => (
        <Link key={to} to={`/${to}`} aria-current={to === first ? 'page' : undefined}>
          <span aria-hidden="true">{sign}</span>
          {label}
        </Link>
      ))}
    </nav>
  )
}

const tabs = ['', 'inspect', 'patrol', 'outbox', 'me']
