import { Button, Input, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { columnKinds } from '../../../../schema/api/columns.ts'
import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { LooksPersonal } from '../../../ui/privacy/looks-personal.tsx'
import { type Draft, useColumnRule, type useSave } from '../queries.ts'
import { ArticlePhotos } from './article-photos.tsx'
import { usePlaces } from './use-places.ts'

type Props = {
  first: Draft
  /** The issue it is about, whose photos may be taken over. */
  issue: IssueDetail | undefined
  fresh: boolean
  save: ReturnType<typeof useSave>
}

/** The words, place, last day and photos of an article. */
export function ArticleForm({ first, issue, fresh, save }: Props) {
  const t = useTexts(columnsTexts)
  const ui = useTexts(uiTexts)
  const go = useNavigate()
  const { set } = useFilter()
  const places = usePlaces(issue)
  const rule = useColumnRule().data
  const [draft, setDraft] = useState(first)
  const [sending, setSending] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const problem = save.error instanceof ApiProblem ? save.error : undefined
  const at = (path: string) => problem?.at(path)
  const complete = [draft.title, draft.text, draft.area, draft.expiresOn].every(
    (value) => value.trim() !== '',
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !sending && !save.isPending) save.mutate(draft)
      }}
    >
      {fresh && (
        <div className="form-field">
          <Segmented<Draft['kind']>
            aria-label={t('kind')}
            value={draft.kind}
            onChange={(kind) => {
              change({ kind })
              set('kind', kind)
            }}
            options={columnKinds.map((value) => ({
              ...{ value, label: t(`kind_${value}`) },
              // An exposure is begun from its issue, in the ledger.
              disabled: value === 'exposure' && !issue,
            }))}
          />
          {!issue && <p className="soft">{t('exposeFromIssue')}</p>}
        </div>
      )}
      <FormField label={t('articleTitle')} error={at('title')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={draft.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </FormField>
      <FormField label={t('text')} hint={t('textHint')} error={at('text')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 6, maxRows: 24 }}
            maxLength={4000}
            value={draft.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
      </FormField>
      <LooksPersonal text={`${draft.title}\n${draft.text}`} />
      <FormField label={t('place')} error={at('area') ?? at('issue')}>
        {(control) => (
          <NameSelect
            {...control}
            value={draft.area === '' ? null : draft.area}
            onChange={(area: string | null) => change({ area: area ?? '' })}
            options={places}
          />
        )}
      </FormField>
      <FormField label={t('expiresOn')} hint={t('expiresOnHint')} error={at('expiresOn')}>
        {(control) => (
          <DayInput {...control} value={draft.expiresOn} change={(expiresOn) => change({ expiresOn })} />
        )}
      </FormField>
      <fieldset className="form-field plain-fieldset">
        <legend>{t('visibility')}</legend>
        <Radio.Group
          value={draft.visibility}
          onChange={({ target }) => change({ visibility: target.value })}
          options={(['members', 'public'] as const).map((value) => ({
            value,
            label: t(`visibility_${value}`),
          }))}
        />
        {draft.visibility === 'public' && rule && !rule.public && <p className="soft">{t('notPublicYet')}</p>}
      </fieldset>
      <ArticlePhotos
        photos={draft.photos}
        issue={issue}
        change={(photos) => change({ photos })}
        busy={setSending}
        error={draft.photos.map((_, n) => at(`photos.${n}`)).find((said) => said !== undefined)}
      />
      {save.error && !(problem && problem.errors.length > 0) && <ErrorState error={save.error} />}
      <div className="column-acts">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!complete || sending}>
          {t('saveDraft')}
        </Button>
        <Button onClick={() => go(-1)}>{ui('cancel')}</Button>
      </div>
    </form>
  )
}
