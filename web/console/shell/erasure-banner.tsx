import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Space } from 'antd'
import type { ErasureState } from '../../../schema/api/erasures.ts'
import { erasureTexts } from '../../i18n/erasure.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'

/** Tells a county's administrators that the county is to be erased, when and why, and how to take its data along. */
export default function ErasureBanner() {
  const t = useTexts(erasureTexts)
  const dates = useDates()
  const { modal } = App.useApp()
  const { county, summary } = useCounty()
  const failed = useFailureMessage()
  const pending = useQuery({
    queryKey: [county, 'erasure'],
    queryFn: () => answer(api.counties[':county'].erasure.$get({ param: { county } })),
  })
  const agree = useChange({
    send: () => answer(api.platform.counties[':id'].erasure.confirmation.$put({ param: { id: summary.id } })),
    renews: [[county, 'erasure']],
  })
  const erasure = pending.data?.erasure
  if (!erasure) return null
  const ask = () =>
    modal.confirm({
      title: t('agreeTitle'),
      content: t('confirmSay'),
      okText: t('confirm'),
      okButtonProps: { danger: true },
      onOk: () => agree.mutateAsync(undefined).catch(failed),
    })
  return (
    <Alert
      className="trial"
      type="error"
      role="alert"
      title={t('bannerTitle', { at: dates.day(erasure.dueAt) })}
      description={
        <>
          <p>
            {t(banner(erasure), {
              reason: erasure.reason ?? '',
            })}
          </p>
          <Space wrap>
            <Button href={`/api/v1/counties/${county}/archive`} download>
              {t('archive')}
            </Button>
            {erasure.mayConfirm && <Button onClick={ask}>{t('agree')}</Button>}
          </Space>
        </>
      }
    />
  )
}

function banner({ state, mayConfirm }: { state: ErasureState; mayConfirm: boolean }) {
  if (state !== 'requested') return 'bannerConfirmed'
  return mayConfirm ? 'bannerYours' : 'bannerRequested'
}
