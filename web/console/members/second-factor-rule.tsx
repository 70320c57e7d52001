import { useQuery } from '@tanstack/react-query'
import { Switch } from 'antd'
import { useId } from 'react'
import { membersTexts } from '../../i18n/members.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { useUndoable } from '../../ui/undoable.ts'

/** Whether the county's administrators need a second factor; who asks it of the others has one. */
export function SecondFactorRule() {
  const t = useTexts(membersTexts)
  const id = useId()
  const { county } = useCounty()
  const say = useUndoable()
  const failed = useFailureMessage()
  const route = api.counties[':county']['second-factor']
  const key = [county, 'second-factor']
  const rule = useQuery({ queryKey: key, queryFn: () => answer(route.$get({ param: { county } })) })
  const change = useChange({
    send: (required: boolean) => answer(route.$put({ param: { county }, json: { required } })),
    renews: [key, ['me']],
    done: ({ required }) => say(t(required ? 'didRequire' : 'didNotRequire')),
  })
  return (
    <div className="toolbar">
      <Switch
        aria-labelledby={`${id}l`}
        aria-describedby={`${id}h`}
        checked={rule.data?.required ?? false}
        loading={rule.isPending || change.isPending}
        onChange={(required) => change.mutate(required, { onError: failed })}
      />
      <span id={`${id}l`}>{t('factorRule')}</span>
      <span id={`${id}h`} className="soft">
        {t('factorRuleHint')}
      </span>
    </div>
  )
}
