import { Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { BulletinKind } from '../../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { mondayOf, shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useCompose } from '../queries.ts'
import { RoundSelect } from './round-select.tsx'

/** A draft composed from the data of some days; a weekly one may report on a published round. */
export function NewBulletin({ close }: { close: () => void }) {
  const t = useTexts(bulletinsTexts)
  const { member } = useCounty()
  const go = useNavigate()
  const { county, townships = [] } = useAreas().data ?? {}
  const [id] = useState(newUuid)
  const today = shanghaiDay(Date.now())
  const [kind, setKind] = useState<BulletinKind>('daily')
  const [days, setDays] = useState({ from: today, to: today })
  const [round, setRound] = useState<string>()
  const [title, setTitle] = useState('')
  const [chosen, setOwner] = useState<string>()
  const compose = useCompose((made) => go(made.id))
  const own = member.scope.kind === 'township' ? (member.scope.id ?? undefined) : county?.id
  const owner = chosen ?? own
  const owners = [...(county ? [county] : []), ...townships.filter(({ active }) => active)]
  const at = (path: string) => (compose.error instanceof ApiProblem ? compose.error.at(path) : undefined)
  const pick = (next: BulletinKind) => {
    setKind(next)
    setDays({ from: next === 'daily' ? today : mondayOf(Date.now()), to: today })
  }
  return (
    <FormDialog
      title={t('compose')}
      submitLabel={t('composeNow')}
      busy={compose.isPending}
      disabled={owner === undefined || days.from === '' || days.to < days.from}
      error={compose.error}
      close={close}
      submit={() =>
        compose.mutate({
          ...{ id, kind, ...days },
          ...(owner === undefined ? {} : { owner }),
          ...(kind === 'weekly' && round !== undefined ? { round } : {}),
          ...(title.trim() === '' ? {} : { title: title.trim() }),
        })
      }
    >
      <FormField label={t('kind')}>
        {(control) => (
          <Select<BulletinKind>
            {...control}
            value={kind}
            onChange={pick}
            options={BulletinKind.options.map((value) => ({ value, label: t(`is_${value}`) }))}
          />
        )}
      </FormField>
      {member.scope.kind === 'county' && (
        <FormField label={t('owner')} hint={t('ownerHint')} error={at('owner')}>
          {(control) => (
            <Select
              {...control}
              value={owner ?? null}
              onChange={setOwner}
              options={owners.map((area) => ({ value: area.id, label: area.name }))}
            />
          )}
        </FormField>
      )}
      <div className="bulletin-days">
        <FormField label={t('from')} error={at('from')}>
          {(control) => (
            <DayInput {...control} value={days.from} change={(from) => setDays({ ...days, from })} />
          )}
        </FormField>
        <FormField label={t('to')} error={days.to < days.from ? t('daysReversed') : at('to')}>
          {(control) => <DayInput {...control} value={days.to} change={(to) => setDays({ ...days, to })} />}
        </FormField>
      </div>
      {kind === 'weekly' && <RoundSelect value={round} choose={setRound} />}
      <FormField label={t('titleColumn')} hint={t('titleHint')} error={at('title')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
