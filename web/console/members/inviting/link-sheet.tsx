import { Button, QRCode } from 'antd'
import { membersTexts } from '../../../i18n/members.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useScopeName } from '../../../lib/scopes.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Link } from '../link-dialog.tsx'
import './link-sheet.css'

/** All the links just made, a card each, to be printed and cut apart: they are shown only now. */
export function LinkSheet({ links, close }: { links: readonly Link[]; close: () => void }) {
  const t = useTexts(membersTexts)
  const roleName = useTexts(rolesTexts)
  const scopeName = useScopeName()
  const dates = useDates()
  return (
    <div className="link-sheet">
      <PageHeader
        title={t('sheetTitle', { n: links.length })}
        hint={t('sheetHint')}
        actions={
          <>
            <Button onClick={close}>{t('sheetDone')}</Button>
            <Button type="primary" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <ul aria-label={t('sheetTitle', { n: links.length })}>
        {links.map(({ name, login, role, scope, url, expiresAt }) => (
          <li key={login}>
            {/* The same link as beside it, in letters. */}
            <span aria-hidden="true">
              <QRCode type="svg" value={url} size={120} bordered={false} />
            </span>
            <div>
              <strong>{name}</strong>
              <p>
                {role !== undefined && roleName(role)} {scope !== undefined && scopeName(scope)}
              </p>
              <p>{t('loginIs', { login })}</p>
              <p className="link-url">{url}</p>
              <p className="soft">{t('sheetUntil', { at: dates.moment(expiresAt) })}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
