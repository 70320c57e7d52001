import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { auditSealsTexts } from '../../../i18n/audit-seals.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { CopyHash } from './copy-hash.tsx'
import { Outcome } from './outcome.tsx'
import { useVerification } from './use-verification.ts'

/** Up to when the audit is sealed, the hash to be written down, and the check of it all. */
export function SealPanel() {
  const t = useTexts(auditSealsTexts)
  const dates = useDates()
  const { county } = useCounty()
  const { checking, soFar } = useVerification()
  const seals = useQuery({
    queryKey: [county, 'audit', 'seals', 'head'],
    queryFn: () =>
      answer(api.counties[':county'].audit.seals.$get({ param: { county }, query: { limit: '1' } })),
  })
  if (seals.error && !seals.data) return <ErrorState error={seals.error} retry={() => seals.refetch()} />
  const head = seals.data?.items[0]
  return (
    <section className="audit-seals" aria-labelledby="audit-seals" aria-busy={seals.isPending}>
      <h2 id="audit-seals">{t('title')}</h2>
      {seals.data && !head && <p>{t('none')}</p>}
      {head && (
        <>
          <p>{t('sealed', { no: head.no, at: dates.moment(head.sealedAt) })}</p>
          <CopyHash hash={head.hash} />
          <p className="soft">{t('hashHint')}</p>
        </>
      )}
      <div className="toolbar">
        <Button loading={checking.isPending} onClick={() => checking.mutate()}>
          {t(checking.data ? 'again' : 'verify')}
        </Button>
        {head && (
          <Button
            href={`/api/v1/counties/${encodeURIComponent(county)}/audit/seals/${head.no}/digest`}
            download
          >
            {t('block')}
          </Button>
        )}
      </div>
      <div role="status">{soFar && <Outcome soFar={soFar} done={checking.isSuccess} />}</div>
      {checking.error && <ErrorState error={checking.error} />}
    </section>
  )
}
