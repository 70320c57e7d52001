import { Alert, Button } from 'antd'
import { entryTexts } from '../../../i18n/entry.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'

type Props = {
  /** When the newer report was sent; undefined where only the server has said that there is one. */
  at: string | undefined
  /** Whether anything would be lost by taking it. */
  unsent: boolean
  take: () => void
  goOn: () => void
}

/** Another report has come in for this place since the draft was begun. */
export function NewerReport({ at, unsent, take, goOn }: Props) {
  const t = useTexts(entryTexts)
  const dates = useDates()
  return (
    <Alert
      type="warning"
      showIcon
      title={at ? t('newerAt', { at: dates.momentShort(at) }) : t('newer')}
      description={unsent ? t('newerHint') : undefined}
      action={
        <div className="toolbar">
          <Button onClick={take}>{t('takeNewer')}</Button>
          {unsent && <Button onClick={goOn}>{t('goOn')}</Button>}
        </div>
      }
    />
  )
}
