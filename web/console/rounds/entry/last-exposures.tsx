import { App, Button } from 'antd'
import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import type { CellStore } from './cell-store.ts'
import type { Cell } from './cells.ts'

type Props = {
  store: CellStore
  round: RoundDetail
  source: Source
  reporter: string
  villages: readonly RosterEntry[]
}

/** Households or hectares covered hardly change from week to week: nobody types them twice. */
export function LastExposures({ store, round, source, reporter, villages }: Props) {
  const t = useTexts(entryTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  const fetching = useChange({
    send: (_: undefined) => lastReport(county, round, source.key, reporter),
    done: (entries) => {
      const known = new Map(entries.map(({ subject, exposure }) => [subject, exposure]))
      const part: Record<string, Cell> = {}
      for (const { id } of villages) {
        const exposure = known.get(id)
        const cell = store.cell(id)
        if (exposure !== undefined && cell.exposure.trim() === '')
          part[id] = { ...cell, exposure: String(exposure) }
      }
      const n = Object.keys(part).length
      if (n > 0) store.change(part)
      message.info(n > 0 ? t('exposuresFilled', { n }) : t('noExposures'))
    },
  })
  return (
    <>
      <Button loading={fetching.isPending} onClick={() => fetching.mutate(undefined)}>
        {t('lastExposures')}
      </Button>
      {fetching.error && <ErrorState error={fetching.error} />}
    </>
  )
}

const { rounds } = api.counties[':county']

/** What this reporter said in the round before; nothing where there was none. */
async function lastReport(county: string, { board, no }: RoundDetail, source: string, reporter: string) {
  const { items } = await answer(
    api.counties[':county'].boards[':id'].rounds.$get({
      param: { county, id: board },
      query: { cursor: String(no), limit: '1' },
    }),
  )
  const [before] = items
  if (!before) return []
  try {
    const param = { county, id: before.id, source, reporter }
    return (await answer(rounds[':id'].reports[':source'][':reporter'].$get({ param }))).entries
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return []
    throw error
  }
}
