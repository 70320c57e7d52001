import type { PlaceFlag, PlaceFlagChange } from '../../../../schema/api/field.ts'
import { gridsTexts } from '../../../i18n/grids.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'

type Props = { flag: PlaceFlag; state: PlaceFlagChange['state']; close: () => void }

/** What a human made of an odd time or place, with a note; a reproach needs one. */
export function JudgePlace({ flag: { id }, state, close }: Props) {
  const t = useTexts(gridsTexts)
  const { county } = useCounty()
  const judge = useChange({
    send: (json: PlaceFlagChange, options) =>
      answer(api.counties[':county']['place-flags'][':id'].$patch({ param: { county, id }, json }, options)),
    renews: [[county, 'place-flags']],
    done: close,
  })
  return (
    <ReasonDialog
      title={t(`judge_${state}`)}
      submitLabel={t('submit')}
      label={t('note')}
      hint={t(`judgeHint_${state}`)}
      optional={state !== 'confirmed'}
      busy={judge.isPending}
      error={judge.error}
      submit={(note) => judge.mutate({ state, ...(note === '' ? {} : { note }) })}
      close={close}
    />
  )
}
