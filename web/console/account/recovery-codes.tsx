import { Button } from 'antd'
import { accountTexts } from '../../i18n/account.ts'
import { useTexts } from '../../lib/language.tsx'
import { useMe } from '../../lib/session.ts'

/** Recovery codes, shown this once: to print, to save, to copy by hand. */
export function RecoveryCodes({ codes, kept }: { codes: readonly string[]; kept: () => void }) {
  const t = useTexts(accountTexts)
  const { account } = useMe()
  const head = t('fileHead', { login: account.login })
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`${head}\n\n${codes.join('\n')}\n`], { type: 'text/plain' }))
    link.download = 'xiangbang-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <>
      <h3>{t('keepTitle')}</h3>
      <p>{t('keep')}</p>
      <ul className="account-codes" aria-label={t('codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="toolbar">
        <Button type="primary" onClick={kept}>
          {t('kept')}
        </Button>
        <Button onClick={save}>{t('download')}</Button>
        <Button onClick={() => print()}>{t('print')}</Button>
      </div>
    </>
  )
}
