import { Button } from 'antd'
import type { Consequence } from '../../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useMoves } from './use-moves.ts'
import { useTake } from './use-take.tsx'

/** The steps an action can take from where it stands; its record has a form of its own on the page. */
export function StepButtons({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const moves = useMoves()(consequence).filter(({ move }) => move !== 'record')
  const { take, dialog } = useTake()
  const again = consequence.stage === 'scheduled' || consequence.stage === 'follow_up'
  const change = consequence.stage === 'scheduled' ? 'schedule' : 'follow_up'
  if (moves.length === 0) return null
  return (
    <div className="toolbar steps">
      {again && <Button onClick={() => take(consequence, change)}>{t(`change_${change}`)}</Button>}
      {moves.map(({ move }) => (
        <Button key={move} onClick={() => take(consequence, move)}>
          {t(`step_${move}`)}
        </Button>
      ))}
      {dialog}
    </div>
  )
}
