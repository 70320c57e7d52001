import { ratersTexts } from '../../i18n/raters.ts'
import { useTexts } from '../../lib/language.tsx'

/** How each figure is worked out, in words that can be read out at a meeting. */
export function Method() {
  const t = useTexts(ratersTexts)
  return (
    <details className="rater-method">
      <summary>{t('method')}</summary>
      <dl>
        <dt>{t('severity')}</dt>
        <dd>{t('methodSeverity')}</dd>
        <dt>{t('agreement')}</dt>
        <dd>{t('methodAgreement')}</dd>
        <dt>{t('decides')}</dt>
        <dd>{t('methodDecides')}</dd>
        <dt>{t('reds')}</dt>
        <dd>{t('methodReds')}</dd>
        <dt>{t('heaping')}</dt>
        <dd>{t('methodHeaping')}</dd>
        <dt>{t('asking')}</dt>
        <dd>{t('methodAsking')}</dd>
      </dl>
    </details>
  )
}
