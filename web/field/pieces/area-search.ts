import type { FieldArea } from '../../../schema/api/field.ts'

/** The first characters of each letter in the order of pinyin, in which browsers sort Chinese. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'
const letters = 'abcdefghjklmnopqrstwxyz'
let collator: Intl.Collator | undefined

/** Made for the first letter that is typed: reading the table of pinyin takes a slow phone a twentieth of a second. */
function pinyinOrder(): Intl.Collator {
  collator ??= new Intl.Collator('zh-CN-u-co-pinyin')
  return collator
}

const isSorted = ({ compare }: Intl.Collator) => compare('八', '嚓') < 0 && compare('夕', '丫') < 0

/**
 * The initials of a name as most people would type them: `smc` for 石门村. A character with several readings has the one
 * it is sorted by. Other letters and digits stand for themselves; empty where the browser cannot sort by pinyin.
 */
export function initials(name: string): string {
  const byPinyin = pinyinOrder()
  if (!isSorted(byPinyin)) return ''
  return Array.from(name, (character) => {
    if (/[a-z0-9]/i.test(character)) return character.toLowerCase()
    if (!/\p{Script=Han}/u.test(character)) return ''
    let at = letters.length - 1
    while (at > 0 && byPinyin.compare(firsts[at] ?? '', character) > 0) at -= 1
    return letters[at] ?? ''
  }).join('')
}

/** Areas whose name, or its initials, hold what was typed; those that begin with it first. At most `most`. */
export function searchAreas(areas: readonly FieldArea[], typed: string, most = 30): FieldArea[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return []
  const rank = ({ name }: FieldArea) => {
    if (name.toLowerCase().startsWith(wanted)) return 0
    const short = /^[a-z0-9]+$/.test(wanted) ? initials(name) : ''
    if (short.startsWith(wanted)) return 1
    if (name.toLowerCase().includes(wanted)) return 2
    return short.includes(wanted) ? 3 : 4
  }
  return areas
    .map((area) => ({ area, rank: rank(area) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ area }) => area)
}
