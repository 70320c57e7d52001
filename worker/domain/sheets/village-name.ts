import { compact } from './cell.ts'

/** A name for comparing: half-width, without spaces, full stops or quotation marks; case and 委会 typos left alone. */
export function normalName(name: string): string {
  return compact(name).replace(/[.。,，、;"'“”‘’*★☆·•]/gu, '')
}

const COMMITTEES: readonly (readonly [RegExp, string])[] = [
  [/(?:村民委员会|村委会|村民委|村委|行政村)$/u, '村'],
  [/(?:社区居民委员会|社区居委会|社区居委|社区居民委|居民委员会|居委会|居民委|居委)$/u, '社区'],
]

/** The short form people write: 石门村民委员会 → 石门村, 人民路社区居民委员会 and 人民路居委会 → 人民路社区. */
export function shortName(name: string): string {
  const normal = normalName(name)
  for (const [committee, kind] of COMMITTEES) {
    const base = normal.replace(committee, '')
    if (base !== normal && base !== '') return base + kind
  }
  return normal
}

/** Without any kind at all: 石门村 → 石门, 人民路社区 → 人民路, 芦阳镇 → 芦阳. Never empty. */
export function bareName(name: string): string {
  const short = shortName(name)
  return short.replace(/(?:社区|村|嘎查|街道办事处|街道|镇|乡)$/u, '') || short
}

/**
 * All that a registered name may be written as, strictest first; a name is looked up one strictness at a time, so
 * that 三街村 and 三街社区 are told apart and only plain 三街 is in doubt. A name registered short (先锋村) is no stricter
 * than the short form of a longer one (先锋村委会), or it would win in the whole county.
 */
export function writtenForms(name: string): string[][] {
  const normal = normalName(name)
  const short = shortName(name)
  const bare = bareName(name) // 水源村 for 水源村村民委员会, which is called 水源 too
  return [
    normal === short ? [] : [normal],
    [short],
    [bare, bare.length > 2 ? bare.replace(/村$/u, '') : bare],
  ]
}

/** What someone wrote, tidied step by step: as it is, without remarks in brackets, without a leading number. */
export function readings(written: string): string[] {
  const normal = normalName(written)
  const bare = normal.replace(/\([^)]*\)?|\[[^\]]*\]?|【[^】]*】?/gu, '')
  const unnumbered = bare.replace(/^[(第]?\d+[)名号]?(?=\D)/u, '')
  return [...new Set([normal, bare, unnumbered])].filter((text) => text !== '')
}
