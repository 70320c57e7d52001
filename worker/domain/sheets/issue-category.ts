import type { Complaint } from './cell.ts'
import { editDistance, type Suggestion } from './suggest.ts'
import { normalName } from './village-name.ts'

export type NamedCategory = { id: string; name: string }

export type CategoryFound =
  | { category: string }
  | { error: Complaint<'unknown_category' | 'category_missing'>; suggestions: Suggestion[] }

const most = 8

/**
 * The category a row is of: the one its own column names; without that column the one whose name, or half of a name of
 * four letters (乱堆 of 乱堆乱放), stands in the problem; else the fallback, else the county's 其他.
 */
export function categoryNamed(
  written: string,
  text: string,
  { categories, fallback }: { categories: readonly NamedCategory[]; fallback?: string },
): CategoryFound {
  const name = normalName(written)
  if (name !== '') {
    const exact = categories.find((one) => normalName(one.name) === name)
    const within = categories.filter(({ name: own }) => own.includes(name) || name.includes(own))
    const found = exact ?? (within.length === 1 ? within[0] : undefined)
    if (found) return { category: found.id }
    const suggestions = (within.length > 0 ? within : byLikeness(name, categories))
      .slice(0, most)
      .map(suggested)
    return { error: { code: 'unknown_category', params: { name: name.slice(0, 40) } }, suggestions }
  }
  const said = categories.find((one) => one.id === inWords(text, categories))
  const usual = said?.id ?? fallback ?? categories.find((one) => /^其[他它]/u.test(one.name))?.id
  if (usual !== undefined) return { category: usual }
  const suggestions = categories.slice(0, most).map(suggested)
  return { error: { code: 'category_missing', params: {} }, suggestions }
}

/** The category with the longest part in the words; where two have as long a one, none. */
function inWords(text: string, categories: readonly NamedCategory[]): string | undefined {
  const fits = categories
    .map(({ id, name }) => ({
      id,
      length: Math.max(0, ...partsOf(name).map((part) => (text.includes(part) ? part.length : 0))),
    }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
  const [best, second] = fits
  return best && best.length > (second?.length ?? 0) ? best.id : undefined
}

function partsOf(name: string): string[] {
  return name.length === 4 ? [name, name.slice(0, 2), name.slice(2)] : [name]
}

function byLikeness(name: string, categories: readonly NamedCategory[]): NamedCategory[] {
  const distance = (one: NamedCategory) => editDistance(name.slice(0, 30), one.name.slice(0, 30))
  return [...categories].sort((a, b) => distance(a) - distance(b))
}

function suggested({ id, name }: NamedCategory): Suggestion {
  return { subject: id, name, township: '' }
}
