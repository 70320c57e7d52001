import { useMemo } from 'react'
import { Link } from 'react-router'
import type { NamedStanding } from '../../../../schema/api/standings.ts'
import type { Translate } from '../../../i18n/catalogue.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { standingsTexts } from '../../../i18n/standings.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Band } from '../../../ui/band.tsx'
import { Movement } from '../../../ui/movement.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Streak } from '../../../ui/streak.tsx'
import type { WindowedColumn } from '../../../ui/windowed-table.tsx'
import { gained } from './filters.ts'
import { Sparkline } from './sparkline.tsx'

/** Columns a reader may leave out; rank, village and colour always stand. */
export const optional = ['township', 'streak', 'score', 'moved', 'line'] as const
export type Optional = (typeof optional)[number]

/** On a phone the township stands under the village and the streak under the colour, so that nothing is cut off. */
export const usualColumns = { wide: optional, narrow: ['score', 'moved'] as const }

/** A column on screen, and what it says in a spreadsheet. */
export type StandingColumn = WindowedColumn<NamedStanding> & {
  key: 'rank' | 'village' | 'band' | Optional
  cell: (row: NamedStanding) => string | number | null
}

type Wanted = {
  round: string
  wide: boolean
  chosen: readonly Optional[]
  /** How many are ranked. */
  of: number
  ranksOf: (subject: string, rank: number) => (number | null)[]
}

/** The columns chosen, in their order. */
export function useColumns({ round, wide, chosen, of, ranksOf }: Wanted): StandingColumn[] {
  const t = useTexts(roundsTexts)
  const s = useTexts(standingsTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  // The same columns as long as nothing changes, so that rows already drawn stay.
  return useMemo(
    () => columnsOf({ round, wide, chosen, of, ranksOf }, { t, s, ui }, county),
    [round, wide, chosen, of, ranksOf, t, s, ui, county],
  )
}

type Words = {
  t: Translate<typeof roundsTexts.zh>
  s: Translate<typeof standingsTexts.zh>
  ui: Translate<typeof uiTexts.zh>
}

function columnsOf(
  { round, wide, chosen, of, ranksOf }: Wanted,
  { t, s, ui }: Words,
  county: string,
): StandingColumn[] {
  const under = {
    township: !wide && !chosen.includes('township'),
    streak: !wide && !chosen.includes('streak'),
  }
  const streakSaid = ({ band, streak }: NamedStanding) =>
    streak < 2 ? '' : ui(`streak_${band}`, { n: streak })
  const columns: StandingColumn[] = [
    {
      ...{ key: 'rank', title: t('rank'), align: 'right', width: wide ? 72 : 58, sortable: true },
      render: ({ rank }) => rank,
      cell: ({ rank }) => rank,
    },
    {
      ...{ key: 'village', title: t('village'), width: wide ? 150 : 98 },
      render: ({ name, subject, townshipName }) => (
        <>
          <Link to={`/${county}/rounds/${round}/why/${subject}`} title={t('why')}>
            {villageName(name)}
          </Link>
          {under.township && <div className="soft">{townshipName}</div>}
        </>
      ),
      cell: ({ name }) => name,
    },
    {
      ...{ key: 'township', title: t('township'), width: 120 },
      render: ({ townshipName }) => townshipName,
      cell: ({ townshipName }) => townshipName,
    },
    {
      ...{ key: 'band', title: t('band'), width: wide ? 150 : 88 },
      render: (row) => (
        <>
          <Band band={row.band} />
          {wide && row.borderline && ' '}
          {row.borderline && (
            <span className="borderline soft" title={t('borderlineHint')}>
              {t('borderline')}
            </span>
          )}
          {under.streak && <Streak band={row.band} streak={row.streak} />}
        </>
      ),
      cell: ({ band, borderline }) => `${ui(band)}${borderline ? ` ${t('borderline')}` : ''}`,
    },
    {
      ...{ key: 'streak', title: t('streak'), width: 150, sortable: true },
      render: ({ band, streak }) => <Streak band={band} streak={streak} />,
      cell: streakSaid,
    },
    {
      ...{ key: 'score', title: t('score'), align: 'right', width: wide ? 80 : 56 },
      render: ({ score }) => score?.toFixed(1),
      cell: ({ score }) => score ?? null,
    },
    {
      ...{ key: 'moved', title: t('moved'), align: 'right', width: wide ? 90 : 64, sortable: true },
      render: ({ rank, previousRank }) => <Movement rank={rank} previousRank={previousRank} />,
      cell: gained,
    },
    {
      ...{ key: 'line', title: s('line'), width: 112 },
      render: ({ subject, rank, band }) => <Sparkline ranks={ranksOf(subject, rank)} of={of} band={band} />,
      cell: ({ subject, rank }) =>
        ranksOf(subject, rank)
          .map((one) => one ?? s('noRank'))
          .join(' → '),
    },
  ]
  const always = ['rank', 'village', 'band']
  return columns.filter(({ key }) => always.includes(key) || chosen.some((one) => one === key))
}
