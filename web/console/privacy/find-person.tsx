import { Button, Input } from 'antd'
import { useState } from 'react'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useTexts } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Found } from './found.tsx'
import { useFind } from './queries.ts'

/** Where somebody's name stands. The name stays out of the address: addresses end up in histories and chats. */
export function FindPerson() {
  const t = useTexts(privacyTexts)
  const [name, setName] = useState('')
  const find = useFind()
  const wanted = name.trim()
  const { data } = find
  return (
    <section className="privacy-part">
      <h2>{t('find')}</h2>
      <form
        className="privacy-find"
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted !== '') find.mutate(wanted)
        }}
      >
        <FormField label={t('name')} hint={t('findHint')}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={60}
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormField>
        <Button htmlType="submit" loading={find.isPending} disabled={wanted === ''}>
          {t('search')}
        </Button>
      </form>
      {find.error && <ErrorState error={find.error} />}
      {data && find.variables !== undefined && (
        <Found key={find.submittedAt} name={find.variables} found={data} />
      )}
    </section>
  )
}
