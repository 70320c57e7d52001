import { Alert } from 'antd'
import { useDeferredValue } from 'react'
import { personalIn } from '../../../worker/domain/privacy/detector.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useKnownNames } from '../../lib/known-names.ts'
import { useTexts } from '../../lib/language.tsx'

/** Says what in a text about to be read by others looks personal. It changes nothing: the writer decides. */
export function LooksPersonal({ text }: { text: string }) {
  const t = useTexts(privacyTexts)
  const found = personalIn(useDeferredValue(text), useKnownNames())
  if (found.length === 0) return null
  return (
    <Alert
      type="warning"
      role="status"
      title={t('looksPersonal')}
      description={
        <ul>
          {found.map(({ kind, text: word, masked }) => (
            <li key={`${kind} ${word}`}>
              {t(`found_${kind}`)} {word} → {masked}
            </li>
          ))}
        </ul>
      }
    />
  )
}
