import { Input, Select } from 'antd'
import { useState } from 'react'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { LooksPersonal } from '../../../ui/privacy/looks-personal.tsx'
import { PhotoPicks } from './photo-picks.tsx'
import { firstDraft, type RaiseDraft, useRaise } from './use-raise.ts'

type Props = { complaint: ComplaintDetail; close: () => void }

/** A new issue of what the public wrote, filled in from it; the words are the office's to choose. */
export function RaiseDialog({ complaint, close }: Props) {
  const t = useTexts(complaintsTexts)
  const [draft, setDraft] = useState(() => firstDraft(complaint))
  const raise = useRaise(complaint, close)
  const change = (part: Partial<RaiseDraft>) => setDraft((before) => ({ ...before, ...part }))
  const problem = raise.error instanceof ApiProblem ? raise.error : undefined
  const beside = problem?.errors.some(({ path }) => ['category', 'area', 'text', 'location'].includes(path))
  const complete = draft.category !== null && draft.area !== null && draft.text.trim() !== ''
  return (
    <FormDialog
      title={t('raiseTitle')}
      submitLabel={t('raise')}
      busy={raise.isPending}
      disabled={!complete}
      error={beside ? undefined : raise.error}
      submit={() => raise.mutate(draft)}
      close={close}
      wide
    >
      <p className="soft">{t('raiseHint')}</p>
      <KindAndPlace draft={draft} change={change} errorAt={(path) => problem?.at(path)} />
      <FormField label={t('text')} error={problem?.at('text')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            maxLength={4000}
            value={draft.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
      </FormField>
      <LooksPersonal text={draft.text} />
      <FormField label={t('location')} error={problem?.at('location')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={draft.location}
            onChange={({ target }) => change({ location: target.value })}
          />
        )}
      </FormField>
      {complaint.photos.length > 0 && (
        <>
          <p>{t('withPhotos')}</p>
          <PhotoPicks
            label={t('withPhotos')}
            photos={complaint.photos}
            picked={draft.photos}
            pick={(photos) => change({ photos })}
          />
        </>
      )}
    </FormDialog>
  )
}

type FieldProps = {
  draft: RaiseDraft
  change: (part: Partial<RaiseDraft>) => void
  errorAt: (path: string) => string | undefined
}

function KindAndPlace({ draft, change, errorAt }: FieldProps) {
  const t = useTexts(complaintsTexts)
  const areas = useAreas().data
  const places = [...(areas?.townships ?? []), ...(areas?.villages ?? [])].filter(({ active }) => active)
  const categories = (useCategories().data ?? []).filter(({ active }) => active)
  return (
    <>
      <FormField label={t('category')} error={errorAt('category')}>
        {(control) => (
          <NameSelect<string | null>
            {...control}
            value={draft.category}
            onChange={(category) => change({ category })}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
      <FormField label={t('area')} error={errorAt('area')}>
        {(control) => (
          <NameSelect<string | null>
            {...control}
            value={draft.area}
            onChange={(area) => change({ area })}
            options={places.map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id }))}
          />
        )}
      </FormField>
      <FormField label={t('severity')}>
        {(control) => (
          <Select
            {...control}
            value={draft.severity}
            onChange={(severity) => change({ severity })}
            options={[
              { value: 0, label: t('asCategory') },
              ...([1, 2, 3] as const).map((value) => ({ value, label: t(`severity_${value}`) })),
            ]}
          />
        )}
      </FormField>
    </>
  )
}
