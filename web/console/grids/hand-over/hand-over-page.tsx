import { Alert, Button, Progress, Table } from 'antd'
import { gridsTexts } from '../../../i18n/grids.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { NotAHandOver } from '../../../lib/not-a-hand-over.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { UploadButton } from '../../../ui/upload-button.tsx'
import { Tabs } from '../tabs.tsx'
import type { Outcome } from './bring-in.ts'
import { type Line, useBringIn } from './use-bring-in.ts'

/** Brings in what a phone without signal handed over as a file: looked at first, then sent, each record with what became of it. */
export default function HandOverPage() {
  const t = useTexts(gridsTexts)
  const dates = useDates()
  const { lines, madeAt, foreign, progress, error, read, start } = useBringIn()
  const photos = lines.reduce((sum, { record }) => sum + record.photos.length, 0)
  const finished = lines.filter(({ record }) => record.put !== null || record.sent)
  const failed = lines.some(({ outcome }) => outcome?.state === 'refused' || (outcome?.missing ?? 0) > 0)
  const done = finished.length > 0 && finished.every(({ outcome }) => outcome !== undefined)
  return (
    <>
      <PageHeader title={t('handOver')} hint={t('handOverHint')} />
      <Tabs />
      <div className="toolbar">
        <UploadButton label={t('chooseFile')} progress={undefined} choose={read} accept=".zip,.xbh" />
        {finished.length > 0 && !foreign && (
          <Button type="primary" loading={progress !== undefined} disabled={done && !failed} onClick={start}>
            {t('bringIn', { n: finished.length })}
          </Button>
        )}
      </div>
      {error !== undefined &&
        (error instanceof NotAHandOver ? (
          <Alert type="error" showIcon role="alert" title={t(`file_${error.why}`)} />
        ) : (
          <ErrorState error={error} retry={start} />
        ))}
      {foreign && <Alert type="error" showIcon role="alert" title={t('file_otherCounty')} />}
      {progress !== undefined && (
        <Progress percent={Math.floor(progress * 100)} aria-label={t('progress')} status="active" />
      )}
      {done && progress === undefined && (
        <Alert
          type={failed ? 'warning' : 'success'}
          showIcon
          role="status"
          title={t(failed ? 'broughtSome' : 'broughtAll')}
        />
      )}
      {madeAt !== undefined && (
        <>
          <p>{t('inFile', { records: lines.length, photos, at: dates.moment(madeAt) })}</p>
          <Lines lines={lines} />
        </>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const t = useTexts(gridsTexts)
  const dates = useDates()
  return (
    <Table<Line>
      aria-label={t('handOver')}
      size="small"
      dataSource={[...lines]}
      rowKey={({ record }) => record.id}
      pagination={{ defaultPageSize: 50, hideOnSinglePage: true }}
      columns={[
        { key: 'madeAt', title: t('madeOn'), render: (_, { record }) => dates.momentShort(record.madeAt) },
        { key: 'kind', title: t('kind'), render: (_, { record }) => t(`kind_${record.body.kind}`) },
        { key: 'title', title: t('about'), render: (_, { record }) => record.title },
        {
          key: 'photos',
          title: t('photos'),
          align: 'right',
          render: (_, { record }) => record.photos.length,
        },
        { key: 'outcome', title: t('outcome'), render: (_, line) => <OutcomeOf {...line} /> },
      ]}
    />
  )
}

function OutcomeOf({ record, outcome }: Line) {
  const t = useTexts(gridsTexts)
  const state: Outcome['state'] | 'waiting' =
    outcome?.state ?? (record.put === null && !record.sent ? 'unfinished' : 'waiting')
  return (
    <>
      <span className={state === 'refused' ? 'wrong' : ''}>{t(`outcome_${state}`)}</span>
      {outcome?.reason !== undefined && <p className="soft">{outcome.reason}</p>}
      {outcome !== undefined && outcome.missing > 0 && (
        <p className="wrong">{t('photosMissing', { n: outcome.missing, of: outcome.photos })}</p>
      )}
    </>
  )
}
