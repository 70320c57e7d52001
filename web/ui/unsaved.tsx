import { Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'

type Props = { unsaved: boolean; labels: { title: string; text: string; stay: string; leave: string } }

/** Says so when somebody goes elsewhere, or closes the tab, with a form that has not been saved. */
export function Unsaved({ unsaved, labels }: Props) {
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
      title={labels.title}
      okText={labels.stay}
      cancelText={labels.leave}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{labels.text}</p>
    </Modal>
  )
}
