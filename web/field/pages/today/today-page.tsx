import { useId, useState } from 'react'
import { fieldTexts } from '../../../i18n/field.ts'
import { useTexts } from '../../../lib/language.tsx'
import { AreaList } from '../../pieces/area-picker.tsx'
import { searchAreas } from '../../pieces/area-search.ts'
import { Empty } from '../../pieces/empty.tsx'
import { usePlace } from '../../pieces/places.ts'
import { go, Link } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { Drafts } from './drafts.tsx'
import { SyncLine } from './sync-line.tsx'
import { TaskLists } from './task-lists.tsx'
import { tasksIn } from './tasks.ts'

/** What there is to do today, all of it at hand without signal. */
export function TodayPage() {
  const t = useTexts(fieldTexts)
  const id = useId()
  const bundle = useBundle()
  const records = useRecords()
  const { place, state, ask } = usePlace()
  const [typed, setTyped] = useState('')
  if (bundle === undefined || !records) return <Screen title={t('today')}>{null}</Screen>
  if (bundle === null) {
    return (
      <Screen title={t('today')}>
        <SyncLine />
        <Empty title={t('firstSync')}>
          <p className="soft">{t('firstSyncHint')}</p>
        </Empty>
      </Screen>
    )
  }
  const tasks = tasksIn(bundle, records, place, typed)
  const found = searchAreas(bundle.areas, typed, 5)
  return (
    <Screen title={t('today')} about={bundle.county.name}>
      <SyncLine />
      <div className="search">
        <label htmlFor={id} className="sr-only">
          {t('searchToday')}
        </label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder={t('searchToday')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Link className="button" to="/scan">
          {t('scan')}
        </Link>
      </div>
      {found.length > 0 && (
        <AreaList areas={bundle.areas} found={found} choose={(area) => go(`/areas/${area.id}`)} />
      )}
      <Drafts records={records} />
      <p className="by-place">
        <button type="button" className="button" disabled={state === 'asking'} onClick={ask}>
          {state === 'asking' ? t('locating') : t('nearestFirst')}
        </button>
        {place && <span className="soft">{t('isNearestFirst')}</span>}
        {state === 'refused' && <span role="alert">{t('noPlace')}</span>}
      </p>
      <TaskLists bundle={bundle} tasks={tasks} />
    </Screen>
  )
}
