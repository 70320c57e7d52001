import { type ReactNode, useState } from 'react'
import type { Board, Round } from '../../../schema/api/boards.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PlainDialog } from '../../ui/plain-dialog.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import { say } from '../../ui/say.ts'

/** What is missing of one source. */
type Gap = { source: string; missing: readonly { reporter: string; name: string }[] }

/** Puts a message for the group chat on the clipboard: what is missing, until when, and each reporter's own link. */
export function useReminder(
  board: Board,
  round: Round,
): { remind: (gaps: readonly Gap[]) => void; byHand: ReactNode } {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const name = useSourceName()
  const { county } = useCounty()
  const [closed, setClosed] = useState<string>()
  const remind = (gaps: readonly Gap[]) => {
    const text = gaps
      .map(({ source, missing }) => {
        const said = t('reminder', {
          round: `${board.name} ${words('round', { no: round.no })}`,
          source: name(source),
          at: dates.momentShort(round.closesAt),
        })
        const entry = `${location.origin}/console/${county}/rounds/${round.id}/reports/${source}`
        return [said, ...missing.map((one) => `${one.name} ${entry}/${one.reporter}`)].join('\n')
      })
      .join('\n\n')
    const count = gaps.reduce((sum, { missing }) => sum + missing.length, 0)
    // The clipboard is closed to pages on plain HTTP: the text is shown to be copied by hand.
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()
    const copied = t('reminderCopied', { n: count })
    written.then(
      () => say({ key: copied, kind: 'success', text: copied }, 3),
      () => setClosed(text),
    )
  }
  const byHand = closed !== undefined && (
    <PlainDialog title={t('copyByHand')} close={() => setClosed(undefined)}>
      <p className="by-hand">{closed}</p>
    </PlainDialog>
  )
  return { remind, byHand }
}
