import { useRef } from 'react'
import type { FieldBundle } from '../../../../schema/api/field.ts'
import type { NewIssue } from '../../../../schema/api/issues.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { Empty } from '../../pieces/empty.tsx'
import { knownPlace } from '../../pieces/places.ts'
import { go, Link, useRoute } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { useLateDraft } from '../../pieces/use-late-draft.ts'
import type { FieldRecord } from '../../store/records.ts'
import { FoundForm } from './found-form.tsx'
import { guessedArea, guessedCategory, sourceOf } from './guess.ts'

/** Something found: a photo, what and where as guessed, and it is raised. `id` is that of a draft already begun. */
export function FoundPage({ id }: { id?: string | undefined }) {
  const t = useTexts(fieldIssuesTexts)
  const bundle = useBundle()
  const records = useRecords()
  const own = useRef<string>(undefined)
  if (!bundle || !records) {
    return (
      <Screen title={t('foundTitle')} back="/">
        {bundle === null && <Empty title={t('syncFirst')} />}
      </Screen>
    )
  }
  const begun = (made: string) => {
    own.current = made
    go(`/found/${made}`, { replace: true })
  }
  // Begun here, the draft gets its address while the form stays as it is.
  const key = id === undefined || id === own.current ? 'begun here' : id
  return <Found key={key} {...{ id, bundle, records, begun }} />
}

type FoundProps = {
  id: string | undefined
  bundle: FieldBundle
  records: readonly FieldRecord[]
  begun: (id: string) => void
}

/** The draft of the address, or what is guessed until something is entered. */
function Found({ id, bundle, records, begun }: FoundProps) {
  const t = useTexts(fieldIssuesTexts)
  const { query } = useRoute()
  const nameOf = (wanted: Partial<NewIssue>) =>
    bundle.categories.find((one) => one.id === wanted.category)?.name ?? ''
  const draft = useLateDraft('issue', {
    id,
    begun,
    guess: () => ({ kind: 'issue', record: guessed(bundle, records, query) }),
    titleOf: ({ record }) => record.text?.trim() || nameOf(record) || t('foundTitle'),
  })
  if (draft.state === 'open') return <FoundForm {...{ bundle, records, draft }} />
  return (
    <Screen title={t('foundTitle')} back="/">
      {draft.state === 'gone' && (
        <Empty title={t('onItsWay')}>
          <Link className="button" to="/outbox">
            {t('toOutbox')}
          </Link>
        </Empty>
      )}
    </Screen>
  )
}

/** What is known before anything is entered; the address may say where and at which point of a grid. */
function guessed(
  bundle: FieldBundle,
  records: readonly FieldRecord[],
  query: URLSearchParams,
): Partial<NewIssue> {
  const now = Date.now()
  const point = bundle.points.find(({ id }) => id === query.get('point'))
  const area = query.get('area') ?? guessedArea(bundle, records, knownPlace(now), now)
  const category = guessedCategory(bundle, records)
  return {
    source: sourceOf(bundle.member.role),
    foundAt: new Date(now).toISOString(),
    ...(area === undefined ? {} : { area }),
    ...(category === undefined ? {} : { category }),
    ...(point === undefined ? {} : { location: point.name }),
    ...(point?.place ? { place: point.place } : {}),
  }
}
