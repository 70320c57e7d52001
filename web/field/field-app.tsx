import { useEffect } from 'react'
import { fieldTexts } from '../i18n/field.ts'
import { useTexts } from '../lib/language.tsx'
import { useNow } from './field-context.tsx'
import { TodayPage } from './pages/today/today-page.tsx'
import { Banners } from './pieces/banners.tsx'
import { Empty } from './pieces/empty.tsx'
import { later } from './pieces/later.ts'
import { Nav } from './pieces/nav.tsx'
import { useRoute } from './pieces/router.tsx'
import { Screen } from './pieces/screen.tsx'
import { ToastProvider } from './pieces/toast.tsx'

/** The screens beyond the first; fetched as soon as that one stands, so that all are there when the signal goes. */
export const furtherScreens = later(async () => (await import('./further-screens.tsx')).default)

/** The screens of the field app. */
export default function FieldApp() {
  return (
    <ToastProvider>
      <div className="field">
        <Banners />
        <Shown />
        <Nav />
      </div>
    </ToastProvider>
  )
}

const beyondToday = ['inspect', 'inspections', 'found', 'patrol', 'areas', 'scan', 'q', 'outbox', 'me']

/** The screen that the address names; today's where it names none. */
function Shown() {
  const { parts } = useRoute()
  const { part: Further, missing } = useNow(furtherScreens)
  const [first = '', second] = parts
  const isToday = first === 'issues' ? second === undefined : !beyondToday.includes(first)
  useEffect(() => {
    if (!isToday) furtherScreens.fetch()
  }, [isToday])
  if (isToday) return <TodayPage />
  return Further ? <Further parts={parts} /> : <Awaited missing={missing} />
}

/** A screen that is on its way to this phone, or could not come. */
function Awaited({ missing }: { missing: boolean }) {
  const t = useTexts(fieldTexts)
  useEffect(() => {
    const again = () => void furtherScreens.fetch()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  if (!missing) return <Screen title={t('app')}>{null}</Screen>
  return (
    <Screen title={t('app')} back="/">
      <Empty title={t('screenMissing')}>
        <button type="button" className="button" onClick={() => furtherScreens.fetch()}>
          {t('refresh')}
        </button>
      </Empty>
    </Screen>
  )
}
