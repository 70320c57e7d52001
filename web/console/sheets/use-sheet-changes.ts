import { useNavigate } from 'react-router'
import type { ScoringSheet } from '../../../schema/api/scoring-sheets.ts'
import { scoringSheetsTexts } from '../../i18n/scoring-sheets.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { sheetsKey } from '../../lib/scoring-sheets.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useUndoable } from '../../ui/undoable.ts'
import { type SheetValues, sheetOf } from './sheet-values.ts'

const { sheets } = api.counties[':county']

/** Retires or restores a sheet, and can take it back. */
export function useSwitchUse(): (sheet: ScoringSheet, current: boolean) => void {
  const t = useTexts(scoringSheetsTexts)
  const said = useUndoable()
  const { county } = useCounty()
  const change = useChange({
    send: ({ id, version, current }: Pick<ScoringSheet, 'id' | 'version' | 'current'>, options) =>
      answer(sheets[':id'].$patch({ param: { county, id }, json: { version, current } }, options)),
    renews: [sheetsKey(county)],
  })
  const switchUse = (sheet: ScoringSheet, current: boolean) =>
    change.mutate(
      { ...sheet, current },
      {
        onSuccess: (changed) =>
          said(t(current ? 'didRestore' : 'didRetire', { name: sheet.name }), () =>
            switchUse(changed, !current),
          ),
      },
    )
  return switchUse
}

/** Saves a new sheet, or the changes to one, and goes back to the list. */
export function useSaveSheet(before?: ScoringSheet) {
  const t = useTexts(scoringSheetsTexts)
  const said = useUndoable()
  const go = useNavigate()
  const { county } = useCounty()
  return useChange({
    send: (values: SheetValues, options): Promise<ScoringSheet> => {
      const { name, items, ...kind } = sheetOf(values)
      if (!before) return answer(sheets.$post({ param: { county }, json: { name, items, ...kind } }, options))
      const json = { version: before.version, name, items }
      return answer(sheets[':id'].$patch({ param: { county, id: before.id }, json }, options))
    },
    renews: [sheetsKey(county)],
    done: ({ name, version }) => {
      said(t('saved', { name, n: version }))
      go(`/${county}/sheets`)
    },
  })
}
