import { useEffect, useState } from 'react'
import { signupTexts } from '../i18n/signup.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { useLoaded } from '../lib/use-loaded.ts'
import { Field } from '../ui/plain/field.tsx'

/** Finds counties by part of their name, each with the province and city it lies in. */
export function CountySearch({ choose }: { choose: (code: string) => void }) {
  const t = useTexts(signupTexts)
  const [text, setText] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), 200)
    return () => clearTimeout(timer)
  }, [text])
  const { value } = useLoaded(
    q || undefined,
    async () => (await answer(api.regions.$get({ query: { q } }))).items,
  )
  return (
    <>
      <Field
        label={t('search')}
        type="search"
        hint={t('searchHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {q !== '' && value && (
        <div role="status">
          {value.length === 0 && <p className="hint">{t('noMatch', { q })}</p>}
          {value.length > 0 && (
            <ul className="matches">
              {value.map(({ code, name, within }) => (
                <li key={code}>
                  <button
                    type="button"
                    onClick={() => {
                      choose(code)
                      setText('')
                      setQ('')
                    }}
                  >
                    <span>{name}</span>
                    <span className="hint">{within}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  )
}
