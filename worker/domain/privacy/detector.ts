import { namesIn } from '../columns/names.ts'
import { isBankCard, isIdCard } from './check-digits.ts'
import { maskBankCard, maskHouseNumber, maskIdCard, maskName, maskPhone, maskPlate } from './masking.ts'

export type FindingKind = 'name' | 'phone' | 'id_card' | 'bank_card' | 'plate' | 'house_number'
/** Something in a text that may be somebody's: as it stands there, and how it would be shown in part. */
export type Finding = { kind: FindingKind; text: string; masked: string }

/**
 * What in a text about to be read by others looks personal: identity and bank cards whose check digits fit, telephone
 * numbers, plates, numbers of houses, and names out of those known. Each once, in the order of the text but names last. It never changes
 * the text: the writer decides, for a hotline or an office's address belongs there.
 */
export function personalIn(text: string, names: Iterable<string> = []): Finding[] {
  const plain = text.normalize('NFKC')
  const found: (Finding & { at: number })[] = []
  const taken = new Array<boolean>(plain.length).fill(false)
  for (const { kind, pattern, holds, mask } of rules) {
    for (const match of plain.matchAll(pattern)) {
      const { 0: word, index } = match
      if (taken.slice(index, index + word.length).some(Boolean) || !(holds?.(word) ?? true)) continue
      taken.fill(true, index, index + word.length)
      found.push({ kind, text: word, masked: mask(word), at: index })
    }
  }
  const named = namesIn(text, names).map((name) => ({
    kind: 'name' as const,
    text: name,
    masked: maskName(name),
  }))
  const inOrder = found.sort((a, b) => a.at - b.at).map(({ at: _, ...finding }) => finding)
  const seen = new Set<string>()
  return [...inOrder, ...named].filter(({ kind, text: word }) => {
    const key = `${kind} ${word}`
    return !seen.has(key) && seen.add(key)
  })
}

type Rule = {
  kind: FindingKind
  pattern: RegExp
  holds?: (text: string) => boolean
  mask: (text: string) => string
}

const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'

/** The longest first: an identity card holds eleven digits that would pass for a telephone number. */
const rules: readonly Rule[] = [
  { kind: 'id_card', pattern: /(?<!\d)\d{17}[\dXx](?![\dXx])/g, holds: isIdCard, mask: maskIdCard },
  {
    kind: 'bank_card',
    pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g,
    holds: isBankCard,
    mask: maskBankCard,
  },
  { kind: 'phone', pattern: /(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, mask: maskPhone },
  { kind: 'phone', pattern: /(?<![\d.])0\d{2,3}[ -]?[2-8]\d{6,7}(?!\d)/g, mask: maskPhone },
  {
    kind: 'plate',
    pattern: new RegExp(`[${provinces}][A-HJ-NP-Z][· ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])`, 'g'),
    holds: (word) => /\d/.test(word),
    mask: maskPlate,
  },
  {
    kind: 'house_number',
    pattern:
      /(?:[0-9一二三四五六七八九十]{1,4}(?:组|社|队))?[0-9一二三四五六七八九十]{1,5}(?:号楼|栋|幢|单元|号(?=[户院]))(?:[0-9一二三四五六七八九十]{1,3}单元)?(?:[0-9]{2,5}(?:室|号)?)?/g,
    mask: maskHouseNumber,
  },
]
