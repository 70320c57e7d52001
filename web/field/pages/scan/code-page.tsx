import { useEffect, useState } from 'react'
import { fieldScanTexts } from '../../../i18n/field-scan.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useField, useNow } from '../../field-context.tsx'
import { Empty } from '../../pieces/empty.tsx'
import { go, Link } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle } from '../../pieces/stored.ts'

/** What a scanned code leads to: looked up on this phone first, then asked of the service. */
export function CodePage({ code }: { code: string }) {
  const t = useTexts(fieldScanTexts)
  const { session } = useField()
  const { owner } = useNow(session)
  const county = owner?.county
  const bundle = useBundle()
  const [fault, setFault] = useState<'unknownCode' | 'cannotAsk'>()
  const known = bundle?.codes?.find((one) => one.code === code)?.area
  useEffect(() => {
    if (bundle === undefined || county === undefined) return
    if (known !== undefined) return go(`/areas/${known}`, { replace: true })
    answer(api.counties[':county']['field-codes'][':code'].$get({ param: { county, code } })).then(
      ({ area }) => go(`/areas/${area}`, { replace: true }),
      (error) => setFault(error instanceof ApiProblem && error.status === 404 ? 'unknownCode' : 'cannotAsk'),
    )
  }, [bundle, known, county, code])
  return (
    <Screen title={t('title')} back="/">
      {fault === undefined ? (
        <p role="status">{t('looking')}</p>
      ) : (
        <Empty title={t(fault)}>
          <Link className="button" to="/scan" replace>
            {t('again')}
          </Link>
        </Empty>
      )}
    </Screen>
  )
}
