import { Alert } from 'antd'
import type { Board } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { useTexts } from '../../lib/language.tsx'

/** What the server found odd about a board's rules, though it took them. */
export function Warnings({ of: { warnings = [] } }: { of: Pick<Board, 'warnings'> }) {
  const t = useTexts(boardsTexts)
  return warnings.map((code) => <Alert key={code} type="warning" showIcon title={t(`warning_${code}`)} />)
}
