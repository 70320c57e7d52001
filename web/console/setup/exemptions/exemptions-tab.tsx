import { Button, Input } from 'antd'
import { useState } from 'react'
import { setupTexts } from '../../../i18n/setup.ts'
import { useTexts } from '../../../lib/language.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { type BoardRound, useRunningRounds } from '../queries.ts'
import { ExemptionList } from './exemption-list.tsx'
import { useExempt, useRoster } from './use-exemptions.ts'

/** Villages left out of a round's comparison, each with its reason, for every round not yet published. */
export default function ExemptionsTab() {
  const t = useTexts(setupTexts)
  const rounds = useRunningRounds()
  if (rounds.error && !rounds.data) return <ErrorState error={rounds.error} retry={() => rounds.refetch()} />
  if (!rounds.data) return <div className="loading" />
  if (rounds.data.length === 0) return <EmptyState title={t('noRounds')} hint={t('noRoundsHint')} />
  return rounds.data.map((one) => <RoundExemptions key={one.round.id} of={one} />)
}

function RoundExemptions({ of: { boardName, round } }: { of: BoardRound }) {
  const t = useTexts(setupTexts)
  const roster = useRoster(round.id)
  const { exempt } = useExempt(round.id)
  const [subject, setSubject] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const title = t('roundOf', { board: boardName, no: round.no })
  const done = () => {
    setSubject(null)
    setReason('')
  }
  return (
    <section className="setup-part" aria-label={title}>
      <h2>{title}</h2>
      {roster.error && <ErrorState error={roster.error} retry={() => roster.refetch()} />}
      {roster.data && (
        <>
          <ExemptionList round={round.id} roster={roster.data} />
          <form
            className="inline-form"
            aria-label={t('exempt')}
            onSubmit={(event) => {
              event.preventDefault()
              if (subject !== null && reason.trim() !== '' && !exempt.isPending)
                exempt.mutate({ subject, reason: reason.trim() }, { onSuccess: done })
            }}
          >
            <FormField label={t('exemptWho')}>
              {(control) => (
                <NameSelect
                  {...control}
                  style={{ width: 280 }}
                  value={subject}
                  onChange={(value: string | null) => setSubject(value)}
                  options={roster.data
                    .filter((entry) => !entry.exempt)
                    .map(({ id, name, townshipName }) => ({ value: id, label: `${townshipName} ${name}` }))}
                />
              )}
            </FormField>
            <FormField label={t('exemptWhy')}>
              {(control) => (
                <Input
                  {...control}
                  style={{ width: 280 }}
                  maxLength={1000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </FormField>
            <Button
              htmlType="submit"
              disabled={subject === null || reason.trim() === ''}
              loading={exempt.isPending}
            >
              {t('exempt')}
            </Button>
          </form>
          {exempt.error && <ErrorState error={exempt.error} />}
        </>
      )}
    </section>
  )
}
