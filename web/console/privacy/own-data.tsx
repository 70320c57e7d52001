import { Button } from 'antd'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useTexts } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useDownload } from './queries.ts'

/** Everybody takes what the county holds about them, without asking anybody. */
export function OwnData() {
  const t = useTexts(privacyTexts)
  const { mutate, isPending, error } = useDownload()
  return (
    <section className="privacy-part">
      <h2>{t('own')}</h2>
      <p className="soft">{t('ownHint')}</p>
      <Button loading={isPending} onClick={() => mutate(undefined)}>
        {t('download')}
      </Button>
      {error && <ErrorState error={error} />}
    </section>
  )
}
