import { Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'

type Props = { unsaved: boolean; save: () => Promise<boolean> }

/** Says so when somebody goes elsewhere with words that have not been saved. */
export function LeaveGuard({ unsaved, save }: Props) {
  const t = useTexts(bulletinsTexts)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!unsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [unsaved])
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('leaveTitle')}
      okText={t('saveAndLeave')}
      cancelText={t('leave')}
      onOk={async () => {
        if (await save()) blocker.proceed?.()
        else blocker.reset?.()
      }}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{t('leaveHint')}</p>
    </Modal>
  )
}
