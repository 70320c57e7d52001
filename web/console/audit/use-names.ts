import { useQuery } from '@tanstack/react-query'
import { auditTexts } from '../../i18n/audit.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { useBoards } from '../../lib/boards.ts'
import { useAreas, useUnits } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFacets } from './use-facets.ts'

/** Names for the ids an audit row speaks of: members, areas, units and boards; anything else by the id's end. */
export function useNames(): (id: string) => string {
  const t = useTexts(auditTexts)
  const { county, may } = useCounty()
  const areas = useAreas().data
  const units = useUnits().data
  const members = useQuery({
    queryKey: [county, 'members'],
    enabled: may('member.read'),
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.counties[':county'].members.$get({ param: { county }, query: { limit: '500', ...cursor } }),
        ),
      ),
  }).data
  const boards = useBoards().data
  const actors = useFacets()?.actors.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }])) ?? []
  const names = new Map(
    [...actors, ...(units ?? []), ...(members ?? []), ...(boards ?? [])].map(({ id, name }) => [id, name]),
  )
  return (id) => {
    if (id === 'system' || id === 'public') return t(id)
    return names.get(id) ?? (areas?.byId.has(id) ? areas.fullName(id) : short(id))
  }
}

/** The end of an id nobody has a name for; anything else is no id and stays as it is. */
function short(text: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? `…${text.slice(-6)}` : text
}
