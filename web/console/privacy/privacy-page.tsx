import { Button } from 'antd'
import { erasureTexts } from '../../i18n/erasure.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { FindPerson } from './find-person.tsx'
import { Held } from './held.tsx'
import { OwnData } from './own-data.tsx'
import './privacy.css'

/** One's own data for everybody; for the office, where a person stands and how to erase one; what is held at all. */
export default function PrivacyPage() {
  const t = useTexts(privacyTexts)
  const whole = useTexts(erasureTexts)
  const { county, may } = useCounty()
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          may('county.archive') && (
            <Button href={`/api/v1/counties/${county}/archive`} download title={whole('archiveHint')}>
              {whole('archive')}
            </Button>
          )
        }
      />
      <OwnData />
      {may('person.read') && <FindPerson />}
      <Held />
    </>
  )
}
