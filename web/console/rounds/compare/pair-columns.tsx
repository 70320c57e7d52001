import { useMemo } from 'react'
import { Link } from 'react-router'
import type { RoundStandings } from '../../../../schema/api/standings.ts'
import { compareTexts } from '../../../i18n/compare.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Band } from '../../../ui/band.tsx'
import { Movement } from '../../../ui/movement.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import type { WindowedColumn } from '../../../ui/windowed-table.tsx'
import type { Pair } from './pairs.ts'

/** A column on screen; in a spreadsheet it may be several, each with a title. */
export type PairColumn = WindowedColumn<Pair> & {
  titles: string[]
  cells: (pair: Pair) => (string | number | null)[]
}

/** Village, rank and colour then, rank and colour now, and the way between; narrow enough for a phone. */
export function usePairColumns(earlier: RoundStandings, later: RoundStandings): PairColumn[] {
  const t = useTexts(compareTexts)
  const words = useTexts(rankingTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  return useMemo(() => {
    const side = (which: 'earlier' | 'later', { no, round }: RoundStandings): PairColumn => {
      const name = words('round', { no })
      const none = which === 'earlier' ? t('newcomer') : t('gone')
      return {
        ...{ key: which, title: name, width: 92 },
        render: ({ [which]: placed, subject }) =>
          placed ? (
            <>
              <Band band={placed.band} />
              <div>
                <Link
                  to={`/${county}/rounds/${round}/why/${subject}`}
                  aria-label={`${t('rankEarlier', { round: name })} ${placed.rank} ${t('why')}`}
                >
                  {placed.rank}
                </Link>
              </div>
            </>
          ) : (
            <span className="soft">{none}</span>
          ),
        titles: [t('rankEarlier', { round: name }), t('bandEarlier', { round: name })],
        cells: ({ [which]: placed }) => (placed ? [placed.rank, ui(placed.band)] : [null, none]),
      }
    }
    return [
      {
        ...{ key: 'village', title: words('village'), width: 120 },
        render: ({ name, townshipName }) => (
          <>
            {villageName(name)}
            <div className="soft">{townshipName}</div>
          </>
        ),
        titles: [words('village'), words('township')],
        cells: ({ name, townshipName }) => [name, townshipName],
      },
      side('earlier', earlier),
      side('later', later),
      {
        ...{ key: 'moved', title: t('moved'), width: 64, align: 'right' },
        render: ({ earlier: was, later: now }) =>
          was && now ? <Movement rank={now.rank} previousRank={was.rank} /> : null,
        titles: [t('moved')],
        cells: ({ gained }) => [gained],
      },
    ]
  }, [earlier, later, t, words, ui, county])
}
