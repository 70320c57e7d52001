import type { AuditVerification } from '../../../../schema/api/audit.ts'
import { auditSealsTexts } from '../../../i18n/audit-seals.ts'
import { useTexts } from '../../../lib/language.tsx'

const shown = 50

/** How far a check has come, and at its end what it found. */
export function Outcome({ soFar, done }: { soFar: AuditVerification; done: boolean }) {
  const t = useTexts(auditSealsTexts)
  const { rows, to, head, findings, unsealed } = soFar
  if (!done) return <p>{t('progress', { to, all: head?.no ?? 0, rows })}</p>
  if (findings.length === 0) {
    return (
      <p className="audit-sound">✓ {head ? t('sound', { rows, unsealed }) : t('nothing', { unsealed })}</p>
    )
  }
  return (
    <div className="audit-wrong">
      <h3>! {t('wrong', { n: findings.length })}</h3>
      <p>{t('wrongHint')}</p>
      <ul>
        {findings.slice(0, shown).map(({ kind, block, row }) => (
          <li key={`${block} ${kind} ${row}`}>
            {block > 0 && t('inBlock', { no: block })}
            {t(`found_${kind}`, { row: row ?? '' })}
          </li>
        ))}
      </ul>
      {findings.length > shown && <p className="soft">{t('more', { n: shown })}</p>}
    </div>
  )
}
