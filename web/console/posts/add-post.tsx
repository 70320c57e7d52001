import { Input, Select } from 'antd'
import { useState } from 'react'
import type { NewPost } from '../../../schema/api/posts.ts'
import { postColumns, postLevel } from '../../../worker/domain/sheets/post-headings.ts'
import { postsTexts } from '../../i18n/posts.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { answer, api } from '../../lib/api.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { NameSelect } from '../../ui/name-select.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { postsKey } from './posts.ts'

type PostName = NewPost['post']

/** One more holder of a post, without a sheet. */
export function AddPost({ close }: { close: () => void }) {
  const t = useTexts(postsTexts)
  const postName = useTexts(rolesTexts)
  const { county } = useCounty()
  const areas = useAreas().data
  const said = useUndoable()
  const [post, setPost] = useState<PostName>('village_lead')
  const [area, setArea] = useState<string>()
  const [holder, setHolder] = useState('')
  const [startsOn, setStartsOn] = useState(() => shanghaiDay(Date.now()))
  const add = useChange({
    send: (json: NewPost, options) =>
      answer(api.counties[':county'].posts.$post({ param: { county }, json }, options)),
    renews: [postsKey(county)],
    done: (made) => {
      said(t('didAdd', { holder: made.holder }))
      close()
    },
  })
  const places = (postLevel[post] === 'township' ? areas?.townships : areas?.villages) ?? []
  return (
    <FormDialog
      title={t('add')}
      submitLabel={t('add')}
      busy={add.isPending}
      disabled={holder.trim() === '' || area === undefined || startsOn === ''}
      error={add.error}
      submit={() => area !== undefined && add.mutate({ post, area, holder: holder.trim(), startsOn })}
      close={close}
    >
      <FormField label={t('post')}>
        {(control) => (
          <Select<PostName>
            {...control}
            value={post}
            onChange={(next) => {
              setPost(next)
              if (postLevel[next] !== postLevel[post]) setArea(undefined)
            }}
            options={postColumns.map(({ key }) => ({ value: key, label: postName(key) }))}
          />
        )}
      </FormField>
      <FormField label={t('area')}>
        {(control) => (
          <NameSelect
            {...control}
            value={area ?? null}
            onChange={(value: string | null) => setArea(value ?? undefined)}
            options={places
              .filter(({ active }) => active)
              .map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id }))}
          />
        )}
      </FormField>
      <FormField label={t('holder')}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={holder}
            onChange={(event) => setHolder(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t('from')}>
        {(control) => <DayInput {...control} value={startsOn} change={setStartsOn} />}
      </FormField>
    </FormDialog>
  )
}
