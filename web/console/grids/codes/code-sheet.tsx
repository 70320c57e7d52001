import { Button, Spin } from 'antd'
import { gridsTexts } from '../../../i18n/grids.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { type CodeLevel, useCodeAreas, useCodeTownships } from './code-areas.ts'
import { QrCode } from './qr-code.tsx'

/** Three columns of four fill an A4 page. */
const onePage = 12

/** Codes to print on A4, each with its name under it: `?township=&level=&areas=`, all of the township where none are named. */
export default function CodeSheet() {
  const t = useTexts(gridsTexts)
  const { county, summary } = useCounty()
  const { get } = useFilter()
  const level: CodeLevel = get('level') === 'grid' ? 'grid' : 'village'
  const townships = useCodeTownships()
  const township = get('township') || townships[0]?.id || ''
  const { data, error, refetch } = useCodeAreas(township, level)
  const wanted = new Set(get('areas').split(',').filter(Boolean))
  const shown = (data ?? []).flatMap(({ id, name, within, code }) =>
    code && (wanted.size === 0 || wanted.has(id)) ? [{ id, name, within, code: code.code }] : [],
  )
  const pages = Array.from({ length: Math.ceil(shown.length / onePage) }, (_, at) =>
    shown.slice(at * onePage, (at + 1) * onePage),
  )
  const back = `/${county}/grids/codes?township=${township}${level === 'grid' ? '&level=grid' : ''}`
  return (
    <div className="code-sheet">
      <PageHeader
        title={t('sheetTitle')}
        hint={t('sheetHint', { codes: shown.length, pages: pages.length })}
        actions={
          <>
            <LinkButton to={back}>{t('back')}</LinkButton>
            <Button type="primary" disabled={shown.length === 0} onClick={() => print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Spin />}
      {data && shown.length === 0 && <EmptyState title={t('nothingToPrint')} hint={t('codesHint')} />}
      {pages.map((codes) => (
        <ul className="code-page" key={codes[0]?.id}>
          {codes.map(({ id, name, within, code }) => (
            <li key={id}>
              <QrCode text={`${location.origin}/field/q/${code}`} label={t('qrOf', { name })} />
              <strong>{name}</strong>
              <span>{within}</span>
              <span className="code-hint">{t('scanHint', { county: summary.name })}</span>
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}
