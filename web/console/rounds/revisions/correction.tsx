import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import type { NewRevision } from '../../../../schema/api/revisions.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { AmendmentFields, amendmentsOf, type DraftAmendment } from '../amendment-fields.tsx'
import { Effect } from './effect.tsx'

type Wanted = z.infer<typeof NewRevision>

/** A correction of a published round: amendments and a reason, a look at what they move, then the next revision. */
export function Correction({ round, close }: { round: RoundDetail; close: () => void }) {
  const t = useTexts(roundsTexts)
  const ui = useTexts(uiTexts)
  const [drafts, setDrafts] = useState<DraftAmendment[]>([])
  const [reason, setReason] = useState('')
  const { preview, revise } = useRevising(round, close)
  const amendments = amendmentsOf(drafts)
  const ready = amendments !== undefined && amendments.length > 0 && reason.trim() !== ''
  // A preview speaks only for what was previewed.
  const previewed =
    preview.data && JSON.stringify(preview.variables) === JSON.stringify({ reason, amendments })
  const wanted = (): Wanted => ({ reason, amendments: amendments ?? [] })
  return (
    <section>
      <h2>{t('correct')}</h2>
      <p className="soft">{t('correctHint')}</p>
      <AmendmentFields round={round} drafts={drafts} change={setDrafts} />
      <Input.TextArea
        aria-label={t('correctionReason')}
        placeholder={t('correctionReason')}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {(preview.error ?? revise.error) && <ErrorState error={preview.error ?? revise.error} />}
      {previewed && <Effect effect={preview.data} />}
      <div className="toolbar">
        <Button disabled={!ready} loading={preview.isPending} onClick={() => preview.mutate(wanted())}>
          {t('preview')}
        </Button>
        <Button
          type="primary"
          disabled={!ready || !previewed}
          loading={revise.isPending}
          onClick={() => revise.mutate(wanted())}
        >
          {t('publishRevision', { n: round.revision + 1 })}
        </Button>
        <Button onClick={close}>{ui('cancel')}</Button>
      </div>
    </section>
  )
}

function useRevising(round: RoundDetail, close: () => void) {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  const { revisions } = api.counties[':county'].rounds[':id']
  const param = { county, id: round.id }
  const preview = useChange({
    send: (json: Wanted) => answer(revisions.$post({ param, json, query: { dryRun: 'true' } })),
  })
  const revise = useChange({
    send: (json: Wanted, options) => answer(revisions.$post({ param, json, query: {} }, options)),
    renews: [
      [county, 'rounds'],
      [county, 'boards'],
      [county, 'consequences'],
    ],
    done: () => {
      message.success(t('revised'))
      close()
    },
  })
  return { preview, revise }
}
