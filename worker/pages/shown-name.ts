import { shortName } from '../domain/sheets/village-name.ts'

/** A village as people call it: 石门村 for 石门村民委员会, and 玉川村 for 玉川村村民委员会. */
export function shownName(name: string): string {
  return shortName(name).replace(/村村$/u, '村')
}
