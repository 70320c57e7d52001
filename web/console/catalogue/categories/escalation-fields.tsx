import { Button, InputNumber, Select } from 'antd'
import type { EscalationStep } from '../../../../schema/api/issues.ts'
import { Post } from '../../../../schema/api/ranking.ts'
import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useTexts } from '../../../lib/language.tsx'

const most = 5

type Props = { steps: readonly EscalationStep[]; change: (steps: EscalationStep[]) => void }

/** Who is told so many hours after something became overdue. */
export function EscalationFields({ steps, change }: Props) {
  const t = useTexts(catalogueTexts)
  const post = useTexts(rolesTexts)
  const set = (at: number, changed: Partial<EscalationStep>) =>
    change(steps.map((step, i) => (i === at ? { ...step, ...changed } : step)))
  const add = () => {
    const last = steps.at(-1)
    change([...steps, { afterHours: (last?.afterHours ?? -24) + 24, post: 'top_lead' }])
  }
  return (
    <fieldset className="plain-fieldset">
      <legend>{t('escalation')}</legend>
      <p className="soft">{t('escalationHint')}</p>
      <ul className="escalation-steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity beside their place
          <li key={at}>
            <InputNumber
              aria-label={t('afterHours', { n: at + 1 })}
              min={0}
              max={2000}
              precision={0}
              suffix={t('hours')}
              value={step.afterHours}
              onChange={(afterHours) => set(at, { afterHours: afterHours ?? 0 })}
            />
            <Select<Post>
              aria-label={t('toldPost', { n: at + 1 })}
              value={step.post}
              onChange={(next) => set(at, { post: next })}
              options={Post.options.map((value) => ({ value, label: post(value) }))}
            />
            <Button
              type="text"
              aria-label={t('removeStep', { n: at + 1 })}
              onClick={() => change(steps.filter((_, i) => i !== at))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {steps.length < most && <Button onClick={add}>{t('addStep')}</Button>}
    </fieldset>
  )
}
