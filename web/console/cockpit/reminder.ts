import { App } from 'antd'
import type { Board, Round } from '../../../schema/api/boards.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useSourceName } from '../../ui/ranking-words.ts'

/** Puts a message for the group chat on the clipboard: what is missing, until when, and each reporter's own link. */
export function useReminder(board: Board, round: Round) {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const name = useSourceName()
  const { county } = useCounty()
  const { message, modal } = App.useApp()
  return (source: string, missing: readonly { reporter: string; name: string }[]) => {
    const said = t('reminder', {
      round: `${board.name} ${words('round', { no: round.no })}`,
      source: name(source),
      at: dates.momentShort(round.closesAt),
    })
    const entry = `${location.origin}/console/${county}/rounds/${round.id}/reports/${source}`
    const text = [said, ...missing.map((one) => `${one.name} ${entry}/${one.reporter}`)].join('\n')
    // The clipboard is closed to pages on plain HTTP: the text is shown to be copied by hand.
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()
    written.then(
      () => void message.success(t('reminderCopied', { n: missing.length })),
      () => void modal.info({ title: t('copyByHand'), content: text, className: 'by-hand', width: 640 }),
    )
  }
}
