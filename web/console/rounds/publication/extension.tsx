import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'

/** Moves the closing time of an open round. The field speaks Shanghai time, wherever the browser is. */
export function Extension({ round }: { round: RoundDetail }) {
  const t = useTexts(roundsTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(() => shanghaiField(round.closesAt))
  const moving = useChange({
    send: (closesAt: string, options) =>
      answer(
        api.counties[':county'].rounds[':id'].$patch(
          { param: { county, id: round.id }, json: { closesAt } },
          options,
        ),
      ),
    renews: [
      [county, 'rounds', round.id],
      [county, 'boards'],
    ],
    done: () => setOpen(false),
  })
  const form = (
    <div className="toolbar">
      <Input
        type="datetime-local"
        aria-label={t('extendTo')}
        value={at}
        onChange={({ target }) => setAt(target.value)}
      />
      <Button
        type="primary"
        disabled={at === ''}
        loading={moving.isPending}
        onClick={() => moving.mutate(new Date(`${at}:00+08:00`).toISOString())}
      >
        {ui('save')}
      </Button>
      {moving.error && <ErrorState error={moving.error} />}
    </div>
  )
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} title={t('extendTo')} content={form}>
      <Button>{t('extend')}</Button>
    </Popover>
  )
}

function shanghaiField(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)
}
