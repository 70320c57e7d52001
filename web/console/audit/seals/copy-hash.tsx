import { Button } from 'antd'
import { useState } from 'react'
import { auditSealsTexts } from '../../../i18n/audit-seals.ts'
import { useTexts } from '../../../lib/language.tsx'

/** A hash in groups of eight, for reading it out and comparing it on paper; copied without the gaps. */
export function CopyHash({ hash }: { hash: string }) {
  const t = useTexts(auditSealsTexts)
  const [state, setState] = useState<'copy' | 'copied' | 'copyByHand'>('copy')
  const copy = () => {
    // The clipboard is closed to pages on plain HTTP.
    const written = navigator.clipboard ? navigator.clipboard.writeText(hash) : Promise.reject()
    written.then(
      () => setState('copied'),
      () => setState('copyByHand'),
    )
  }
  return (
    <p className="audit-hash">
      <span>{t('hash')}</span> <code>{hash.match(/.{1,8}/g)?.join(' ')}</code>{' '}
      <Button size="small" onClick={copy}>
        <span aria-live="polite">{t(state)}</span>
      </Button>
    </p>
  )
}
