import { useQueries } from '@tanstack/react-query'
import { Select } from 'antd'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { lastRounds, useBoards } from '../../../lib/boards.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { FormField } from '../../../ui/form-field.tsx'

type Props = { value: string | undefined; choose: (round: string | undefined) => void }

/** One of the boards' last published rounds, or none. */
export function RoundSelect({ value, choose }: Props) {
  const t = useTexts(bulletinsTexts)
  const words = useTexts(rankingTexts)
  const { county } = useCounty()
  const boards = useBoards().data ?? []
  const options = useQueries({
    queries: boards.map(({ id }) => lastRounds(county, id)),
    combine: (found) =>
      found.flatMap(({ data = [] }, at) =>
        data
          .filter(({ state }) => state === 'published')
          .map(({ id, no }) => ({ value: id, label: `${boards[at]?.name ?? ''} ${words('round', { no })}` })),
      ),
  })
  return (
    <FormField label={t('round')} hint={t('roundHint')}>
      {(control) => (
        <Select
          {...control}
          allowClear
          placeholder={t('noRound')}
          value={value ?? null}
          onChange={(next) => choose(next ?? undefined)}
          options={options}
        />
      )}
    </FormField>
  )
}
