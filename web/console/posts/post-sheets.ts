import type { z } from 'zod'
import type { PostImport } from '../../../schema/api/areas.ts'
import { nameColumn, townshipColumn } from '../../../worker/domain/sheets/headings.ts'
import { postColumns, postLevel } from '../../../worker/domain/sheets/post-headings.ts'
import type { CountyAreas } from '../../lib/county-areas.ts'
import { csvFile } from '../../lib/csv.ts'

export type ImportedRow = z.infer<typeof PostImport>['rows'][number]

/** The headings the importer knows, in Chinese whatever the language on screen: sheets go round in offices. */
const [township = '', village = ''] = [townshipColumn, nameColumn].map(chinese)
const holderHeadings = ['职务', '姓名', township, village, '任职日期', '离任日期']

/** A sheet with a row a village and a column a post, the villages filled in. */
export function template(areas: CountyAreas, name: string): File {
  const rows = areas.townships
    .filter(({ active }) => active)
    .flatMap((place) =>
      areas
        .villagesOf(place.id)
        .filter(({ active }) => active)
        .map((one) => [place.name, one.name, ...postColumns.map(() => '')]),
    )
  return csvFile([[township, village, ...postColumns.map(chinese)], ...rows], `${name}.csv`)
}

/** The sheet again, a row a holder, with the villages the reader has picked. */
export function corrected(
  rows: readonly ImportedRow[],
  picked: ReadonlyMap<number, string>,
  areas: CountyAreas,
): File {
  const lines = rows.map((row) => {
    const place = areas.byId.get(row.area ?? '') ?? areas.byId.get(picked.get(row.row) ?? '')
    const inTownship = place?.level === 'village' ? areas.byId.get(place.parent ?? '') : place
    const atVillage = row.post !== undefined && postLevel[row.post] === 'village'
    const post = postColumns.find(({ key }) => key === row.post)
    return [
      post ? chinese(post) : '',
      row.holder ?? '',
      inTownship?.name ?? '',
      atVillage ? (place?.name ?? '') : '',
      row.startsOn ?? '',
      row.endsOn ?? '',
    ]
  })
  return csvFile([holderHeadings, ...lines], 'corrected.csv')
}

function chinese({ exact }: { exact: readonly string[] }): string {
  return exact.find((heading) => /\p{Script=Han}/u.test(heading)) ?? ''
}
