import { App, Radio } from 'antd'
import { type Board, type BoardChange, type Shows, shownLevels } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { useTexts } from '../../lib/language.tsx'
import { PreviewLink } from './preview-link.tsx'

type Choice = 'nothing' | Shows
const choices: readonly Choice[] = ['nothing', ...shownLevels]

type Props = { board: Board; change: (wanted: BoardChange) => void }

/** How much of a board the public reads, from nothing to every village's explanation; asks before it changes. */
export function PublicControl({ board, change }: Props) {
  const t = useTexts(boardsTexts)
  const { modal } = App.useApp()
  const now = choiceOf(board)
  const ask = (wanted: Choice) => {
    const more = choices.indexOf(wanted) > choices.indexOf(now)
    modal.confirm({
      title: t(wanted === 'nothing' ? 'hideAsk' : more ? 'makePublicAsk' : 'showLessAsk'),
      content: t(more ? 'makePublicSay' : 'hideSay'),
      okText: t('confirm'),
      onOk: () =>
        change(wanted === 'nothing' ? { visibility: 'members' } : { visibility: 'public', shows: wanted }),
    })
  }
  return (
    <fieldset className="public-control">
      <legend>{t('shows')}</legend>
      <p className="soft">{t('showsHint')}</p>
      <Radio.Group
        value={now}
        onChange={({ target }) => ask(target.value)}
        vertical
        options={choices.map((choice) => ({
          value: choice,
          label: (
            <>
              {t(`shows_${choice}`)} <span className="soft">{t(`shows_${choice}_hint`)}</span>
            </>
          ),
        }))}
      />
      <PreviewLink />
    </fieldset>
  )
}

function choiceOf({ visibility, shows }: Board): Choice {
  return visibility === 'public' ? shows : 'nothing'
}
