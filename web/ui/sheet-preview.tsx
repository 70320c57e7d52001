import { Button, Checkbox, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { type NameOption, NameSelect } from './name-select.tsx'

/** What every imported row has: where it stood, what is wrong with it, and what may have been meant. */
export type PreviewRow = {
  row: number
  error?: { code: string; message: string } | undefined
  suggestions?: readonly { subject: string; name: string; township: string }[] | undefined
}

type Props<Row extends PreviewRow> = {
  label: string
  rows: readonly Row[]
  /** What the sheet said, beside the row's number and its problem. */
  columns: TableColumnsType<Row>
  /** The subject picked for a row, by row number. */
  picked: ReadonlyMap<number, string>
  pick: (row: number, subject: string | undefined) => void
  /** Everything a name may mean, for rows whose suggestions do not hold it. */
  choices?: readonly NameOption[]
}

/** An imported sheet before it counts: each row with its problem, where the reader picks the village that was meant. */
export function SheetPreview<Row extends PreviewRow>({
  label,
  rows,
  columns,
  picked,
  pick,
  choices = [],
}: Props<Row>) {
  const t = useTexts(uiTexts)
  const [onlyWrong, setOnlyWrong] = useState(() => rows.some(({ error }) => error))
  // One line of a sheet may make several rows, so the line's number is no key.
  const keys = useMemo(() => new Map(rows.map((row, position) => [row, String(position)])), [rows])
  const wrong = unresolved(rows, picked)
  const shown = onlyWrong ? rows.filter(({ error }) => error) : rows
  return (
    <div>
      <div className="toolbar">
        <span role="status">
          {t('rowsRight', { n: rows.length - wrong })}
          {wrong > 0 && <strong className="wrong"> · {t('rowsWrong', { n: wrong })}</strong>}
        </span>
        <Checkbox checked={onlyWrong} onChange={(event) => setOnlyWrong(event.target.checked)}>
          {t('onlyWrong')}
        </Checkbox>
      </div>
      <Table<Row>
        aria-label={label}
        size="small"
        dataSource={shown}
        rowKey={(row) => keys.get(row) ?? ''}
        scroll={{ x: 'max-content', y: 420 }}
        pagination={false}
        virtual={shown.length > 200}
        columns={[
          { key: 'row', title: t('rowColumn'), dataIndex: 'row', width: 64, align: 'right' },
          ...columns,
          {
            key: 'problem',
            title: t('problemColumn'),
            width: 360,
            render: (_, row) => (
              <RowProblem row={row} picked={picked.get(row.row)} pick={pick} choices={choices} />
            ),
          },
        ]}
      />
    </div>
  )
}

/**
 * How many rows still have a problem that no pick has settled. A pick settles a name that is unclear, on every row made
 * of its line; other problems are corrected in the sheet.
 */
export function unresolved(rows: readonly PreviewRow[], picked: ReadonlyMap<number, string>): number {
  return rows.filter((row) => row.error && !settled(row, picked.get(row.row))).length
}

function settled({ suggestions }: PreviewRow, picked: string | undefined): boolean {
  return suggestions !== undefined && picked !== undefined
}

type RowProblemProps = {
  row: PreviewRow
  picked: string | undefined
  pick: Props<PreviewRow>['pick']
  choices: readonly NameOption[]
}

function RowProblem({ row, picked, pick, choices }: RowProblemProps) {
  const t = useTexts(uiTexts)
  if (!row.error) return null
  if (settled(row, picked)) {
    const chosen = row.suggestions?.find(({ subject }) => subject === picked)
    const name = chosen
      ? `${chosen.township} ${chosen.name}`
      : (choices.find(({ value }) => value === picked)?.label ?? '')
    return (
      <div className="suggestions">
        <span>{t('chosen', { name })}</span>
        <Button size="small" type="link" onClick={() => pick(row.row, undefined)}>
          {t('undoPick')}
        </Button>
      </div>
    )
  }
  return (
    <div>
      <div className="wrong">{row.error.message}</div>
      {row.suggestions && row.suggestions.length > 0 && (
        <div className="suggestions">
          <span className="soft">{t('didYouMean')}</span>
          {row.suggestions.map(({ subject, name, township }) => (
            <Button
              key={subject}
              size="small"
              aria-label={`${t('row', { n: row.row })} ${t('pick', { name: `${township} ${name}` })}`}
              onClick={() => pick(row.row, subject)}
            >
              {`${township} ${name}`}
            </Button>
          ))}
        </div>
      )}
      {row.suggestions && choices.length > 0 && (
        <NameSelect
          size="small"
          className="pick-any"
          aria-label={`${t('row', { n: row.row })} ${t('pickAny')}`}
          placeholder={t('pickAny')}
          value={null}
          onChange={(subject: string | null) => pick(row.row, subject ?? undefined)}
          options={choices}
        />
      )}
    </div>
  )
}
