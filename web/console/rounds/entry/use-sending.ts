import { App } from 'antd'
import type { NewReport } from '../../../../schema/api/reports.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'

/** Hands a report in; the overview, the standings and the report itself are read again. */
export function useSending(round: string, source: string, reporter: string) {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  const param = { county, id: round, source, reporter }
  return useChange({
    send: (json: NewReport, options) =>
      answer(
        api.counties[':county'].rounds[':id'].reports[':source'][':reporter'].$put({ param, json }, options),
      ),
    renews: [
      [county, 'rounds', round, 'reports'],
      [county, 'rounds', round, 'standings'],
    ],
    done: (receipt) => message.success(t('sent', { n: receipt.entries })),
  })
}
