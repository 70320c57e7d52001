import { App, Button, Form, Input } from 'antd'
import type { Board, BoardChange } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { CadenceFields } from './cadence-fields.tsx'
import { PublicControl } from './public-control.tsx'

type Values = Pick<Board, 'name' | 'cadence'>

/** Name and closing time of a board; who may see it; retiring it. Its rules have a page of their own. */
export function BoardSettings({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const change = useBoardChange(board)
  return (
    <div className="narrow">
      {change.error && <ErrorState error={change.error} />}
      <PublicControl board={board} change={change.mutate} />
      <p className="soft">{t('nextRound')}</p>
      <Form<Values>
        layout="vertical"
        initialValues={{ name: board.name, cadence: board.cadence }}
        onFinish={({ name, cadence }) => change.mutate({ name, cadence })}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <CadenceFields />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('save')}
        </Button>
      </Form>
      <Retire board={board} change={change.mutate} />
    </div>
  )
}

function useBoardChange({ id }: Board) {
  const t = useTexts(boardsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  return useChange({
    send: (json: BoardChange, options) =>
      answer(api.counties[':county'].boards[':id'].$patch({ param: { county, id }, json }, options)),
    renews: [[county, 'boards']],
    done: () => message.success(t('saved')),
  })
}

type RetireProps = { board: Board; change: (wanted: BoardChange) => void }

function Retire({ board, change }: RetireProps) {
  const t = useTexts(boardsTexts)
  const { modal } = App.useApp()
  if (!board.active) return <Button onClick={() => change({ active: true })}>{t('restore')}</Button>
  const ask = () =>
    modal.confirm({
      title: t('retireAsk'),
      content: t('retireSay'),
      okText: t('retire'),
      onOk: () => change({ active: false }),
    })
  return (
    <p>
      <Button danger onClick={ask}>
        {t('retire')}
      </Button>
    </p>
  )
}
