import { Button, Modal } from 'antd'
import type { BulletinDetail } from '../../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { Content, type PhotoAddress } from '../../../ui/bulletin/content.tsx'
import { Paper } from '../../../ui/bulletin/paper.tsx'
import { joined, type Written, writtenOf } from './use-draft.ts'

type Props = {
  mine: Written
  theirs: BulletinDetail
  data: BulletinDetail['data']
  photo: PhotoAddress
  settle: (next: Written) => void
}

/** Two people wrote at once: both drafts stand side by side, and one of three ways is taken. Nothing is lost unseen. */
export function Conflict({ mine, theirs, data, photo, settle }: Props) {
  const t = useTexts(bulletinsTexts)
  const both = { ...mine, content: joined(theirs.content, mine.content, newUuid) }
  return (
    <Modal
      open
      width={1200}
      title={t('conflictTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => settle(writtenOf(theirs))}>{t('takeTheirs')}</Button>
          <Button onClick={() => settle(mine)}>{t('takeMine')}</Button>
          <Button type="primary" onClick={() => settle(both)}>
            {t('takeBoth')}
          </Button>
        </>
      }
    >
      <p>{t('conflictHint')}</p>
      <div className="bulletin-versions">
        <Version name={t('theirs')} written={writtenOf(theirs)} data={theirs.data} photo={photo} />
        <Version name={t('mine')} written={mine} data={data} photo={photo} />
      </div>
    </Modal>
  )
}

type VersionProps = { name: string; written: Written; data: BulletinDetail['data']; photo: PhotoAddress }

function Version({ name, written, data, photo }: VersionProps) {
  return (
    <section>
      <h3>{name}</h3>
      <Paper title={written.title} issuer={written.issuer} number={written.number} label={name}>
        <Content content={written.content} data={data} photo={photo} />
      </Paper>
    </section>
  )
}
