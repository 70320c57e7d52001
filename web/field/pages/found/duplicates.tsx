import { useEffect, useState } from 'react'
import type { Place } from '../../../../schema/api/common.ts'
import type { PossibleDuplicate } from '../../../../schema/api/issues.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { IssueState } from '../../../ui/issues/issue-state.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField, useNow } from '../../field-context.tsx'

type Asked = { category: string | undefined; area: string | undefined; place: Place | null | undefined }

/** Issues it may be the same as, where there is signal to ask; for information alone, nothing is decided by it. */
export function Duplicates(asked: Asked) {
  const t = useTexts(fieldIssuesTexts)
  const words = useTexts(issueWordsTexts)
  const found = useDuplicates(asked)
  if (found.length === 0) return null
  return (
    <section className="banner" aria-label={t('maybeSame', { n: found.length })}>
      <p>
        <strong>{t('maybeSame', { n: found.length })}</strong>
      </p>
      <ul className="rows">
        {found.slice(0, 3).map(({ id, no, text, areaName, location, state }) => (
          <li key={id} className="lines">
            <span>{text}</span>
            <span className="soft">
              {[words('number', { no }), villageName(areaName), location].filter(Boolean).join(' · ')}
            </span>
            <IssueState state={state} />
          </li>
        ))}
      </ul>
      <p>{t('sameHint')}</p>
    </section>
  )
}

function useDuplicates({ category, area, place }: Asked): readonly PossibleDuplicate[] {
  const { session, sending } = useField()
  const { connected } = useNow(sending)
  const { owner } = useNow(session)
  const county = owner?.county
  const [found, setFound] = useState<readonly PossibleDuplicate[]>([])
  const { lat, lng } = place ?? {}
  useEffect(() => {
    setFound([])
    if (!connected || county === undefined || category === undefined || area === undefined) return
    let gone = false
    const at = lat === undefined || lng === undefined ? {} : { lat: String(lat), lng: String(lng) }
    answer(
      api.counties[':county'].issues.duplicates.$get({ param: { county }, query: { category, area, ...at } }),
    ).then(
      ({ items }) => !gone && setFound(items),
      // Without signal nobody is told: the office joins what is the same.
      () => {},
    )
    return () => {
      gone = true
    }
  }, [connected, county, category, area, lat, lng])
  return found
}
