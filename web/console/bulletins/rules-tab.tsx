import { useQuery } from '@tanstack/react-query'
import { Spin, Switch } from 'antd'
import type { BulletinRules } from '../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../i18n/bulletins.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { ErrorState } from '../../ui/error-state.tsx'

const kinds = ['daily', 'weekly'] as const

/** Which drafts the service makes by itself; issuing one is always a person's doing. */
export default function RulesTab() {
  const t = useTexts(bulletinsTexts)
  const { county } = useCounty()
  const key = [county, 'bulletin-rules']
  const path = api.counties[':county']['bulletin-rules']
  const rules = useQuery({ queryKey: key, queryFn: () => answer(path.$get({ param: { county } })) })
  const change = useChange({
    send: (json: BulletinRules) => answer(path.$put({ param: { county }, json })),
    renews: [key],
  })
  const { data } = rules
  if (rules.error && !data) return <ErrorState error={rules.error} retry={() => rules.refetch()} />
  if (!data) return <Spin />
  return (
    <>
      <p>{t('rulesHint')}</p>
      {kinds.map((kind) => (
        <p key={kind} className="bulletin-rule-line">
          <Switch
            aria-labelledby={`drafting-${kind}`}
            checked={data[kind] === 'draft'}
            loading={change.isPending}
            onChange={(drafted) => change.mutate({ ...data, [kind]: drafted ? 'draft' : 'off' })}
          />{' '}
          <span id={`drafting-${kind}`}>{t(`drafted_${kind}`)}</span>
        </p>
      ))}
      {change.error && <ErrorState error={change.error} />}
    </>
  )
}
