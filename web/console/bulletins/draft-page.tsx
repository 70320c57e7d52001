import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { BulletinDetail } from '../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../i18n/bulletins.ts'
import { useTexts } from '../../lib/language.tsx'
import { useFilter } from '../../lib/use-filter.ts'
import { Content } from '../../ui/bulletin/content.tsx'
import { Paper } from '../../ui/bulletin/paper.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Unsaved } from '../../ui/unsaved.tsx'
import { Conflict } from './editor/conflict.tsx'
import { DraftHead } from './editor/draft-head.tsx'
import { SavingState } from './editor/saving-state.tsx'
import { useDraft } from './editor/use-draft.ts'
import { DiscardButton } from './issuing/discard-button.tsx'
import { Downloads } from './issuing/downloads.tsx'
import { IssueDialog } from './issuing/issue-dialog.tsx'
import { usePhotoAddress } from './queries.ts'

const BodyEditor = lazy(() => import('./editor/body-editor.tsx'))

/** A draft: its head, its body as on paper, and what becomes of it. */
export default function DraftPage({ first }: { first: BulletinDetail }) {
  const t = useTexts(bulletinsTexts)
  const filter = useFilter()
  const photo = usePhotoAddress()
  const { written, shown, saving, version, change, save, settle } = useDraft(first)
  const [issuing, setIssuing] = useState(false)
  // What is typed lives in the editor; another body from outside begins it anew.
  const [began, setBegan] = useState({ no: 0, content: first.content })
  const preview = filter.get('view') === 'preview'
  const look = (next: string) => {
    setBegan(({ no }) => ({ no: no + 1, content: written.content }))
    filter.set('view', next === 'preview' ? next : '')
  }
  const issue = async () => {
    if (await save()) setIssuing(true)
  }
  return (
    <>
      <PageHeader
        title={written.title.trim() === '' ? t('untitled') : written.title}
        hint={<SavingState saving={saving} save={save} />}
        actions={
          <>
            <Segmented
              aria-label={t('view')}
              value={preview ? 'preview' : 'write'}
              onChange={look}
              options={(['write', 'preview'] as const).map((value) => ({ value, label: t(`view_${value}`) }))}
            />
            {preview && <Button onClick={() => window.print()}>{t('print')}</Button>}
            <Downloads id={first.id} before={save} />
            <DiscardButton id={first.id} />
            <Button type="primary" onClick={issue}>
              {t('issue')}
            </Button>
          </>
        }
      />
      {!preview && <DraftHead written={written} change={change} />}
      {preview ? (
        <Paper title={written.title} issuer={written.issuer} number={written.number} label={t('paper')}>
          <Content content={written.content} data={shown.data} photo={photo} />
        </Paper>
      ) : (
        <Suspense>
          <div className="bulletin-paper bulletin-writing" lang="zh-CN">
            <BodyEditor
              key={began.no}
              first={began.content}
              data={shown.data}
              photo={photo}
              change={(content) => change({ content })}
            />
          </div>
        </Suspense>
      )}
      <Unsaved unsaved={saving.state !== 'saved'} save={save} />
      {saving.state === 'conflict' && (
        <Conflict
          mine={written}
          theirs={saving.theirs}
          data={shown.data}
          photo={photo}
          settle={(next) => {
            setBegan(({ no }) => ({ no: no + 1, content: next.content }))
            settle(saving.theirs, next)
          }}
        />
      )}
      {issuing && (
        <IssueDialog
          bulletin={{ ...shown, ...written }}
          version={version()}
          close={() => setIssuing(false)}
        />
      )}
    </>
  )
}
