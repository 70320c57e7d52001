import { Input } from 'antd'
import { useState } from 'react'
import type { PostHolding } from '../../../schema/api/areas.ts'
import { postsTexts } from '../../i18n/posts.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { postsKey } from './posts.ts'

/** Corrects a holder's name or says which day was the last. */
export function EditPost({ holding, close }: { holding: PostHolding; close: () => void }) {
  const t = useTexts(postsTexts)
  const ui = useTexts(uiTexts)
  const postName = useTexts(rolesTexts)
  const { county } = useCounty()
  const [holder, setHolder] = useState(holding.holder)
  const [endsOn, setEndsOn] = useState(holding.endsOn ?? '')
  const change = useChange({
    send: (json: { holder: string; endsOn: string | null }) =>
      answer(api.counties[':county'].posts[':id'].$patch({ param: { county, id: holding.id }, json })),
    renews: [postsKey(county)],
    done: close,
  })
  const early =
    change.error instanceof ApiProblem && change.error.code === 'post-ends-early'
      ? change.error.detail
      : undefined
  return (
    <FormDialog
      title={t('editTitle', { post: postName(holding.post), holder: holding.holder })}
      submitLabel={ui('save')}
      busy={change.isPending}
      disabled={holder.trim() === ''}
      error={early === undefined ? change.error : undefined}
      submit={() => change.mutate({ holder: holder.trim(), endsOn: endsOn === '' ? null : endsOn })}
      close={close}
    >
      <FormField label={t('holder')}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={holder}
            onChange={(event) => setHolder(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t('to')} hint={t('endHint')} error={early}>
        {(control) => <DayInput {...control} value={endsOn} change={setEndsOn} />}
      </FormField>
    </FormDialog>
  )
}
