import type { AreaLevel } from '../../../schema/api/areas.ts'
import { bareName, normalName, shortName } from './village-name.ts'

export type TreeArea = {
  id: string
  code: string
  name: string
  level: AreaLevel
  parent: string | null
  active: boolean
}

/** Areas to be looked up by name beneath a parent, by id and by code; grows with what a sheet adds. */
export class AreaTree {
  readonly #byId = new Map<string, TreeArea>()
  readonly #byCode = new Map<string, TreeArea>()
  readonly #children = new Map<string, TreeArea[]>()

  constructor(areas: readonly TreeArea[]) {
    for (const area of areas) this.add(area)
  }

  add(area: TreeArea): void {
    this.#byId.set(area.id, area)
    this.#byCode.set(area.code, area)
    const beside = this.#children.get(area.parent ?? '')
    if (beside) beside.push(area)
    else this.#children.set(area.parent ?? '', [area])
  }

  byId(id: string): TreeArea | undefined {
    return this.#byId.get(id)
  }

  byCode(code: string): TreeArea | undefined {
    return this.#byCode.get(code)
  }

  below(parent: string, level: AreaLevel): TreeArea[] {
    return (this.#children.get(parent) ?? []).filter((area) => area.level === level)
  }

  /** The one area of a level beneath a parent that goes by a name: written the same, or else in its short form. */
  named(name: string, level: AreaLevel, parent: string): TreeArea | undefined {
    const candidates = this.below(parent, level)
    for (const form of [normalName, shortName]) {
      const found = candidates.filter((area) => form(area.name) === form(name))
      const [one] = found.length > 1 ? found.filter(({ active }) => active) : found
      if (one) return one
    }
    if (level !== 'township') return undefined
    const bare = candidates.filter((area) => bareTownship(area.name) === bareTownship(name))
    return bare.length === 1 ? bare[0] : undefined
  }
}

/** National data writes 博爱县磨头镇; people write 磨头镇 or 磨头. */
export function bareTownship(name: string): string {
  return bareName(normalName(name).replace(/^.{1,6}?[县市区旗](?=.{1,8}(?:镇|乡|街道|街道办事处)$)/u, ''))
}
