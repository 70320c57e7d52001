import { Collapse } from 'antd'
import { holdingKeys } from '../../../worker/domain/privacy/holdings.ts'
import { holdingsEn } from '../../../worker/domain/privacy/holdings-en.ts'
import { holdingsZh } from '../../../worker/domain/privacy/holdings-zh.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useLanguage, useTexts } from '../../lib/language.tsx'

/** The inventory, as the public reads it. */
export function Held() {
  const t = useTexts(privacyTexts)
  const { language } = useLanguage()
  const words = language === 'zh' ? holdingsZh : holdingsEn
  const items = holdingKeys.map((key) => {
    const { what, why, kept, seenBy, erased } = words[key]
    const facts = [
      [t('why'), why],
      [t('kept'), kept],
      [t('seenBy'), seenBy],
      [t('whenErased'), erased],
    ] as const
    return {
      key,
      label: what,
      children: (
        <dl className="privacy-facts">
          {facts.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ),
    }
  })
  return (
    <section className="privacy-part">
      <h2>{t('held')}</h2>
      <p className="soft">{t('heldHint')}</p>
      <Collapse size="small" items={items} />
    </section>
  )
}
