import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { BulletinDetail } from '../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../i18n/bulletins.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { addressOf, useCounty } from '../../lib/session.ts'
import { Content } from '../../ui/bulletin/content.tsx'
import { Paper } from '../../ui/bulletin/paper.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CopyChat } from './issuing/copy-chat.tsx'
import { Downloads } from './issuing/downloads.tsx'
import { WithdrawDialog } from './issuing/withdraw-dialog.tsx'
import { useMayWrite, usePhotoAddress } from './queries.ts'

/** A bulletin that is no draft any more, as it was issued. */
export function SettledBulletin({ bulletin }: { bulletin: BulletinDetail }) {
  const t = useTexts(bulletinsTexts)
  const dates = useDates()
  const { summary } = useCounty()
  const photo = usePhotoAddress()
  const mayWrite = useMayWrite()
  const [withdrawing, setWithdrawing] = useState(false)
  const { id, title, issuer, number, state, issuedAt, visibility, withdrawn, content, data } = bulletin
  const issued = state === 'issued'
  const open = issued && visibility === 'public' && summary.status === 'approved'
  return (
    <>
      <PageHeader
        title={title}
        hint={
          issuedAt === null
            ? t(`state_${state}`)
            : `${t('issuedOn', { day: dates.moment(issuedAt) })} · ${t(`visible_${visibility}`)}`
        }
        actions={
          issued && (
            <>
              <CopyChat id={id} />
              <Downloads id={id} />
              <Button onClick={() => window.print()}>{t('print')}</Button>
              {open && <Button href={`/c/${addressOf(summary)}/bulletins/${id}`}>{t('publicPage')}</Button>}
              {mayWrite(bulletin.owner) && (
                <Button danger onClick={() => setWithdrawing(true)}>
                  {t('withdraw')}
                </Button>
              )}
            </>
          )
        }
      />
      {withdrawn && (
        <Alert
          type="warning"
          title={t('withdrawnOn', { day: dates.moment(withdrawn.at) })}
          description={withdrawn.reason}
        />
      )}
      {content.content.length > 0 && (
        <Paper title={title} issuer={issuer} number={number} label={t('paper')}>
          <Content content={content} data={data} photo={photo} />
        </Paper>
      )}
      {withdrawing && <WithdrawDialog bulletin={bulletin} close={() => setWithdrawing(false)} />}
    </>
  )
}
