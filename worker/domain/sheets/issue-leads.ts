import type { Complaint } from './cell.ts'
import { resolveName } from './resolve-name.ts'
import { type RosterIndex, townshipNamed } from './roster.ts'
import { editDistance, type Suggestion } from './suggest.ts'
import { normalName } from './village-name.ts'

export type Party = { id: string; name: string }

export type LeadsFound =
  | { lead?: string; assisting?: string[] }
  | { error: Complaint<'unknown_lead'>; suggestions: Suggestion[] }

/**
 * The units, townships and villages that a cell names: 住建局、城管局, 芦阳镇人民政府, 东关村委会. Of several that are to
 * lead the first does and the others assist. An empty cell leaves it to the county's rules.
 */
export function leadsNamed(
  written: string,
  units: readonly Party[],
  index: RosterIndex,
  as: 'lead' | 'assisting',
): LeadsFound {
  const names = written
    .split(/[、,，;；/\n]+|(?<=局|办|镇|乡|村|中心)\s+/u)
    .filter((name) => normalName(name) !== '')
  const ids: string[] = []
  for (const name of names) {
    const id = partyNamed(name, units, index)
    if (!id)
      return {
        error: { code: 'unknown_lead', params: { name: name.slice(0, 40) } },
        suggestions: near(name, units),
      }
    if (!ids.includes(id)) ids.push(id)
  }
  const [first, ...others] = ids
  if (as === 'assisting' || first === undefined) return ids.length > 0 ? { assisting: ids } : {}
  return { lead: first, assisting: others }
}

function partyNamed(written: string, units: readonly Party[], index: RosterIndex): string | undefined {
  const name = normalName(written)
  const unit =
    units.find((one) => normalName(one.name) === name) ??
    only(units, (one) => local(one.name) === local(name))
  if (unit) return unit.id
  const township = townshipNamed(name.replace(/(?:人民政府|党委|政府|党工委|办事处)+$/u, ''), index)
  if (township) return township
  const found = resolveName(written, { quiet: true }, index)
  return 'subject' in found ? found.subject.id : undefined
}

function only(units: readonly Party[], fits: (unit: Party) => boolean): Party | undefined {
  const found = units.filter(fits)
  return found.length === 1 ? found[0] : undefined
}

/** 县住建局 and 住建局 are one to a county. */
function local(name: string): string {
  return normalName(name).replace(/^(?:[^县市区旗]{1,6})?[县市区旗](?=.{2,})/u, '')
}

function near(written: string, units: readonly Party[]): Suggestion[] {
  const name = local(written).slice(0, 30)
  return units
    .map(({ id, name: own }) => ({ id, own, distance: editDistance(name, local(own).slice(0, 30)) }))
    .filter(({ own, distance }) => distance <= Math.max(name.length, 4) / 2 || local(own).includes(name))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 5)
    .map(({ id, own }) => ({ subject: id, name: own, township: '' }))
}
