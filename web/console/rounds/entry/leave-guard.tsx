import { Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { entryTexts } from '../../../i18n/entry.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'

type Props = { unsent: boolean; kept: boolean; closesAt: string }

/**
 * Says so when somebody goes elsewhere with a report that has not been sent. The draft stays on the device; closing
 * the tab is held up only where the device keeps nothing.
 */
export function LeaveGuard({ unsent, kept, closesAt }: Props) {
  const t = useTexts(entryTexts)
  const dates = useDates()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsent && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!unsent || kept) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [unsent, kept])
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('leaveTitle')}
      okText={t('stay')}
      cancelText={t('leave')}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{t(kept ? 'leaveKept' : 'leaveLost', { at: dates.momentShort(closesAt) })}</p>
    </Modal>
  )
}
