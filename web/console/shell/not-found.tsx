import { Link, useParams } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { useMaybeCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'

/** An address that leads nowhere, or to something this member does not see. */
export function NotFound() {
  const t = useTexts(shellTexts)
  const { county } = useParams()
  const here = useMaybeCounty()
  return (
    <>
      <PageHeader title={t('notFoundTitle')} hint={t('notFoundHint')} />
      <Link to={here ? `/${county}/cockpit` : '/'}>{t('toCockpit')}</Link>
    </>
  )
}
