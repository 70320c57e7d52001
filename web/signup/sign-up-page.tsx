import { type FormEvent, useState } from 'react'
import { plainTexts } from '../i18n/plain.ts'
import { signupTexts } from '../i18n/signup.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { ApiProblem } from '../lib/problem.ts'
import { useSend } from '../lib/use-send.ts'
import { Failure } from '../ui/plain/failure.tsx'
import { Field, PasswordField } from '../ui/plain/field.tsx'
import { Page } from '../ui/plain/page.tsx'
import { CountyPicker } from './county-picker.tsx'

type Wanted = Parameters<typeof api.signup.$post>[0]['json']

/** `/signup`: a county, its office and its first administrator; then straight into the console. */
export function SignUpPage() {
  const t = useTexts(signupTexts)
  const plain = useTexts(plainTexts)
  const [county, setCounty] = useState('')
  const [missing, setMissing] = useState(false)
  const { send, sending, error } = useSend((wanted: Wanted, options) =>
    answer(api.signup.$post({ json: wanted }, options)),
  )
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(county === '')
    if (county === '') return
    const said = new FormData(event.currentTarget)
    const text = (name: string) => String(said.get(name) ?? '')
    const account = {
      name: text('name'),
      login: text('login').trim().toLowerCase(),
      password: text('password'),
    }
    const opened = await send({ county, office: text('office'), account })
    if (opened) location.assign('/console/')
  }
  const errors = fieldErrors(error)
  return (
    <Page title={t('title')}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <form onSubmit={submit}>
        <CountyPicker
          chosen={county}
          choose={(code) => {
            setCounty(code)
            setMissing(false)
          }}
          error={missing ? t('chooseCounty') : errors.county}
        />
        <fieldset>
          <legend>{t('officeStep')}</legend>
          <Field
            label={t('office')}
            name="office"
            required
            maxLength={100}
            hint={t('officeHint')}
            error={errors.office}
          />
          <Field
            label={t('name')}
            name="name"
            autoComplete="name"
            required
            maxLength={100}
            error={errors.name}
          />
          <Field
            label={plain('login')}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            minLength={3}
            maxLength={64}
            hint={t('loginHint')}
            error={errors.login}
          />
          <PasswordField
            label={plain('password')}
            name="password"
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={128}
            hint={plain('passwordHint')}
            error={errors.password}
          />
        </fieldset>
        {!errors.placed && <Failure error={error} />}
        <button type="submit" className="button primary" disabled={sending}>
          {sending ? t('sending') : t('submit')}
        </button>
      </form>
      <p>
        {t('haveAccount')} <a href="/signin/">{t('signIn')}</a>
      </p>
    </Page>
  )
}

type FieldErrors = { placed: boolean } & Partial<
  Record<'county' | 'office' | 'name' | 'login' | 'password', string | undefined>
>

/** Which field each complaint belongs to; `placed` when nothing is left to say above the button. */
function fieldErrors(error: unknown): FieldErrors {
  if (!(error instanceof ApiProblem)) return { placed: false }
  const whole = `${error.title}${error.detail === '' ? '' : ` ${error.detail}`}`
  const about = (code: string) => (error.code === code ? whole : undefined)
  const fields = {
    county: about('county-taken') ?? about('unknown-county') ?? error.at('county'),
    office: error.at('office'),
    name: error.at('account.name'),
    login: about('login-taken') ?? error.at('account.login'),
    password: about('weak-password') ?? error.at('account.password'),
  }
  return { ...fields, placed: Object.values(fields).some((said) => said !== undefined) }
}
