import type { Board, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'

type Props = {
  round: RoundDetail
  board: Board
  source: Source
  reporter: { id: string; name: string }
  sentAt: string | null
}

/** Whose report for which source this is, until when, and when it was last sent. */
export function EntryHeader({ round, board, source, reporter, sentAt }: Props) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const name = useSourceName()
  const { member } = useCounty()
  const lead = t('entryLead', {
    reporter: reporter.name,
    board: board.name,
    round: words('round', { no: round.no }),
    at: dates.momentShort(round.closesAt),
  })
  return (
    <PageHeader
      title={t('entryTitle', { source: name(source.key) })}
      hint={
        <>
          {lead}
          {sentAt !== null && ` · ${t('lastSent', { at: dates.momentShort(sentAt) })}`}
          {member.scope.kind === 'county' && !source.derivedFrom && (
            <>
              <br />
              {t('onBehalfOf', { reporter: reporter.name })}
            </>
          )}
        </>
      }
    />
  )
}
