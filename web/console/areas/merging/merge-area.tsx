import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Area } from '../../../../schema/api/areas.ts'
import { areasTexts } from '../../../i18n/areas.ts'
import { answer, api } from '../../../lib/api.ts'
import { areasKey, useAreas } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { belowQuery } from '../use-below.ts'
import { MergerPreview } from './merger-preview.tsx'
import { useMerger } from './use-merger.ts'

/** Merges one area into another: first says what would move and what stands in the way. */
export function MergeArea({ area, close }: { area: Area; close: () => void }) {
  const t = useTexts(areasTexts)
  const { county } = useCounty()
  const areas = useAreas().data
  const deep = area.level !== 'township' && area.level !== 'village'
  const siblings = useQuery({ ...belowQuery(county, area.parent ?? ''), enabled: deep }).data ?? []
  const [into, setInto] = useState<string | null>(null)
  const { merge } = useMerger()
  const preview = useQuery({
    queryKey: [...areasKey(county), 'merger', area.id, into],
    enabled: into !== null,
    staleTime: 0,
    queryFn: () =>
      answer(
        api.counties[':county'].areas[':id'].merger.$put({
          param: { county, id: area.id },
          query: { dryRun: 'true' },
          json: { into: into ?? '' },
        }),
      ),
  })
  const choices = (
    area.level === 'township' ? areas?.townships : area.level === 'village' ? areas?.villages : siblings
  )?.filter(({ id, level, active }) => active && level === area.level && id !== area.id)
  const target = choices?.find(({ id }) => id === into)
  const clear = preview.data?.obstacles.length === 0
  return (
    <FormDialog
      title={t('mergeOf', { name: area.name })}
      submitLabel={t('merge')}
      busy={merge.isPending}
      disabled={!target || !clear}
      error={merge.error}
      submit={() => target && merge.mutate({ area, into: target }, { onSuccess: close })}
      close={close}
    >
      <p className="soft">{t('mergeHint')}</p>
      <FormField label={t('mergeInto')}>
        {(control) => (
          <NameSelect
            {...control}
            style={{ width: '100%' }}
            value={into}
            onChange={(value: string | null) => setInto(value)}
            options={(choices ?? []).map(({ id, name }) => ({
              value: id,
              label: areas?.byId.has(id) ? areas.fullName(id) : name,
            }))}
          />
        )}
      </FormField>
      {into !== null && preview.error && <ErrorState error={preview.error} retry={() => preview.refetch()} />}
      {into !== null && preview.data && <MergerPreview merger={preview.data} />}
    </FormDialog>
  )
}
