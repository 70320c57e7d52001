import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ColumnDetail } from '../../../../schema/api/columns.ts'
import { type ColumnAct, mayAct } from '../../../../worker/domain/columns/acts.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { type ColumnDeed, useColumnDeed } from '../queries.ts'

/** How a deed is undone, where it can be. */
const undoing: Partial<Record<ColumnDeed['act'], 'take_back' | 'discard' | 'restore'>> = {
  submit: 'take_back',
  discard: 'restore',
  restore: 'discard',
}

/** What the member may do with an article as it stands; the step that leads on is the primary button. */
export function Acts({ article }: { article: ColumnDetail }) {
  const t = useTexts(columnsTexts)
  const { county, member, may } = useCounty()
  const said = useUndoable()
  const [asked, setAsked] = useState<'return' | 'withdraw'>()
  const [despiteNames, setDespiteNames] = useState(false)
  const deed = useColumnDeed(article.id, (_, { act }) => {
    setAsked(undefined)
    const back = undoing[act]
    if (act !== 'mark') said(t(`did_${act}`), back && (() => deed.mutate({ act: back })))
  })
  const can = (act: ColumnAct) => mayAct(member, act, article)
  const { version, names, obstacles } = article
  const held = obstacles.length > 0
  const waits = article.state === 'in_review' && article.own && may('column.review')
  return (
    <>
      {waits && <p className="soft">{t('ownReview')}</p>}
      {can('publish') && names.length > 0 && (
        <Checkbox checked={despiteNames} onChange={({ target }) => setDespiteNames(target.checked)}>
          {t('despiteNames')}
        </Checkbox>
      )}
      <div className="column-acts">
        {can('publish') && (
          <Button
            type="primary"
            loading={deed.isPending}
            disabled={held || (names.length > 0 && !despiteNames)}
            onClick={() => deed.mutate({ act: 'publish', version, despiteNames })}
          >
            {t('publish')}
          </Button>
        )}
        {can('return') && <Button onClick={() => setAsked('return')}>{t('return')}</Button>}
        {can('submit') && (
          <Button
            type="primary"
            loading={deed.isPending}
            disabled={held}
            onClick={() => deed.mutate({ act: 'submit', version })}
          >
            {t('submit')}
          </Button>
        )}
        {can('change') && <LinkButton to={`/${county}/columns/${article.id}/edit`}>{t('edit')}</LinkButton>}
        {can('take_back') && (
          <Button onClick={() => deed.mutate({ act: 'take_back' })}>{t('takeBack')}</Button>
        )}
        {can('discard') && <Button onClick={() => deed.mutate({ act: 'discard' })}>{t('discard')}</Button>}
        {can('restore') && <Button onClick={() => deed.mutate({ act: 'restore' })}>{t('restore')}</Button>}
        {can('withdraw') && (
          <Button danger onClick={() => setAsked('withdraw')}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      {deed.error && asked === undefined && <ErrorState error={deed.error} />}
      {asked && (
        <ReasonDialog
          title={t(asked)}
          submitLabel={t(asked)}
          label={t('reason')}
          hint={t(asked === 'return' ? 'returnHint' : 'withdrawHint')}
          busy={deed.isPending}
          error={deed.error}
          submit={(reason) =>
            deed.mutate(asked === 'return' ? { act: asked, version, reason } : { act: asked, reason })
          }
          close={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
