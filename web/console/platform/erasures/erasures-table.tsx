import { App, Button, Tag } from 'antd'
import type { PlatformErasure } from '../../../../schema/api/erasures.ts'
import { erasureTexts } from '../../../i18n/erasure.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useMe } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useErasureChanges, useErasures } from './queries.ts'

/** What is to be erased, by when and who still has to agree; and the tombstones of what has been. */
export default function ErasuresTable() {
  const t = useTexts(erasureTexts)
  const erasures = useErasures()
  return (
    <>
      <p className="soft">{t('tableHint')}</p>
      <DataTable<PlatformErasure>
        label={t('tab')}
        query={erasures}
        rowKey={({ id }) => id}
        scroll={{}}
        empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
        columns={[
          {
            key: 'code',
            title: t('code'),
            render: (_, { code, reason }) => (
              <>
                <strong>{code}</strong>
                <div className="soft">{reason}</div>
              </>
            ),
          },
          { key: 'state', title: t('state'), render: (_, erasure) => <State erasure={erasure} /> },
          {
            key: 'left',
            title: t('left'),
            responsive: ['md'],
            render: (_, erasure) => <Left erasure={erasure} />,
          },
          { key: 'actions', title: t('actions'), render: (_, erasure) => <Actions erasure={erasure} /> },
        ]}
      />
    </>
  )
}

function State({ erasure }: { erasure: PlatformErasure }) {
  const t = useTexts(erasureTexts)
  const dates = useDates()
  const { state, dueAt, erasedAt, cancelledAt, requestedAt } = erasure
  const at = dates.day(erasedAt ?? cancelledAt ?? dueAt)
  return (
    <>
      <Tag color={state === 'requested' || state === 'confirmed' ? 'error' : 'default'}>
        {t(`state_${state}`)}
      </Tag>
      <div className="soft">{t(`say_${state}`, { at, asked: dates.day(requestedAt) })}</div>
    </>
  )
}

/** What stays of a county that has been erased: counts, and the hash that its audit's digests end with. */
function Left({ erasure: { state, rows, files, sealHash } }: { erasure: PlatformErasure }) {
  const t = useTexts(erasureTexts)
  if (state !== 'erased' && state !== 'erasing') return null
  return (
    <>
      {t('counts', { rows, files })}
      {sealHash !== null && <div className="soft platform-hash">{t('seal', { hash: sealHash })}</div>}
    </>
  )
}

function Actions({ erasure: { county: id, code, state, requestedBy } }: { erasure: PlatformErasure }) {
  const t = useTexts(erasureTexts)
  const { modal } = App.useApp()
  const { account } = useMe()
  const { confirm, cancel } = useErasureChanges()
  if (state !== 'requested' && state !== 'confirmed') return null
  const ask = () =>
    modal.confirm({
      title: t('confirmTitle', { code }),
      content: t('confirmSay'),
      okText: t('confirm'),
      okButtonProps: { danger: true },
      onOk: () => confirm({ id, code }),
    })
  return (
    <span className="row-actions">
      {state === 'requested' &&
        (requestedBy === account.id ? (
          <span className="soft">{t('waitForOther')}</span>
        ) : (
          <Button size="small" danger aria-label={t('confirmOf', { code })} onClick={ask}>
            {t('confirm')}
          </Button>
        ))}
      <Button size="small" aria-label={t('cancelOf', { code })} onClick={() => cancel({ id, code })}>
        {t('cancel')}
      </Button>
    </span>
  )
}
