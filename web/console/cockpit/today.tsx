import { Link } from 'react-router'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useTexts } from '../../lib/language.tsx'
import type { Week } from './boards.ts'
import { useTasks } from './tasks.ts'

/** What this member must do today. */
export function Today({ weeks }: { weeks: readonly Week[] }) {
  const t = useTexts(cockpitTexts)
  const tasks = useTasks(weeks)
  return (
    <section className="today" aria-labelledby="today">
      <h2 id="today">{t('today')}</h2>
      {tasks.length === 0 && <p className="soft">{t('nothingToday')}</p>}
      <ul>
        {tasks.map(({ key, said, hint, to, urgent }) => (
          <li key={key} className={urgent ? 'urgent' : ''}>
            <Link to={to}>{said}</Link>
            <span className="soft">{hint}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
