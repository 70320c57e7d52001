import { Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { unsavedTexts } from '../i18n/unsaved.ts'
import { useTexts } from '../lib/language.tsx'

type Props = {
  unsaved: boolean
  /** The device keeps it: closing the tab loses nothing and is not held up. */
  kept?: boolean
  /** What it is, in the words of its page, where the usual ones do not say it. */
  labels?: { title: string; text: string; stay?: string; leave: string }
  /** Saves it before somebody goes on, and says whether it did; without, the choice is to stay. */
  save?: () => Promise<boolean>
}

/** Says so when somebody goes elsewhere, or closes the tab, with a form that has not been saved. */
export function Unsaved({ unsaved, kept = false, labels, save }: Props) {
  const t = useTexts(unsavedTexts)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!unsaved || kept) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [unsaved, kept])
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={labels?.title ?? t('title')}
      okText={save ? t('saveAndLeave') : (labels?.stay ?? t('stay'))}
      cancelText={labels?.leave ?? t('leave')}
      onOk={async () => {
        if (await save?.()) blocker.proceed?.()
        else blocker.reset?.()
      }}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{labels?.text ?? t('text')}</p>
    </Modal>
  )
}
