import { type ChangeEvent, useId, useState } from 'react'
import { fieldOutboxTexts } from '../../../i18n/field-outbox.ts'
import { useTexts } from '../../../lib/language.tsx'
import { NotAHandOver } from '../../../lib/not-a-hand-over.ts'
import { useField } from '../../field-context.tsx'

/** For a phone that never gets signal: everything unsent as one file for another phone or the console, and back. */
export function HandOver() {
  const t = useTexts(fieldOutboxTexts)
  const id = useId()
  const { store } = useField()
  const [said, setSaid] = useState('')
  const give = async () => {
    const blob = await store.handOver()
    const file = new File([blob], `xiangbang-${Date.now()}.zip`, { type: blob.type })
    setSaid((await shared(file)) ? '' : t('downloaded'))
  }
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    try {
      const { records, photos, known } = await store.takeOver(file)
      setSaid(t('takenOver', { records, photos, known }))
    } catch (error) {
      setSaid(t(`file_${whyNot(error)}`))
    }
  }
  return (
    <section>
      <h2>{t('handOver')}</h2>
      <p className="soft">{t('handOverHint')}</p>
      <div className="photo-buttons">
        <button type="button" className="button" onClick={give}>
          {t('give')}
        </button>
        <span className="pick">
          <input id={id} type="file" onChange={take} />
          <label htmlFor={id}>{t('take')}</label>
        </span>
      </div>
      <p role="status">{said}</p>
    </section>
  )
}

function whyNot(error: unknown): NotAHandOver['why'] | 'noRoom' {
  if (error instanceof NotAHandOver) return error.why
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'noRoom' : 'damaged'
}

/** Through the phone's own share sheet where there is one; else as a download. True where it was shared. */
async function shared(file: File): Promise<boolean> {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
      return true
    } catch (error) {
      // Thought better of it: no file is wanted. A phone that cannot share it gets the download.
      if (error instanceof DOMException && error.name === 'AbortError') return true
    }
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return false
}
