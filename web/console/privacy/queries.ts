import type { PersonalData } from '../../../schema/api/privacy.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { answer, api } from '../../lib/api.ts'
import { download } from '../../lib/csv.ts'
import { useTexts } from '../../lib/language.tsx'
import { newUuid } from '../../lib/request-key.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'

/** Hands the reader everything the county holds about a member, or about themselves, as a file. */
export function useDownload() {
  const t = useTexts(privacyTexts)
  const { county } = useCounty()
  return useChange({
    send: (id: string | undefined): Promise<PersonalData> =>
      id === undefined
        ? answer(api.counties[':county']['personal-data'].own.$get({ param: { county } }))
        : answer(api.counties[':county'].members[':id']['personal-data'].$get({ param: { county, id } })),
    done: (data) => {
      const name = `${t('fileName', { name: data.member.name })}.json`
      download(new File([JSON.stringify(data, null, 2)], name, { type: 'application/json' }))
    },
  })
}

/** Where a name stands. Asked anew each time and kept nowhere. */
export function useFind() {
  const { county } = useCounty()
  return useChange({
    send: (name: string) =>
      answer(api.counties[':county']['personal-data'].searches.$post({ param: { county }, json: { name } })),
  })
}

export type Erasing = { name: string; confirm: string; keep: string[]; member: string | undefined }

/** Erases a member, or somebody who never signed in. */
export function useErase() {
  const { county } = useCounty()
  return useChange({
    send: ({ name, confirm, keep, member }: Erasing) =>
      member === undefined
        ? answer(
            api.counties[':county']['personal-data'].erasures[':id'].$put({
              param: { county, id: newUuid() },
              json: { name, confirm, keep },
            }),
          )
        : answer(
            api.counties[':county'].members[':id'].erasure.$put({
              param: { county, id: member },
              json: { confirm, keep },
            }),
          ),
    renews: [
      [county, 'members'],
      [county, 'posts'],
      [county, 'audit'],
    ],
  })
}
