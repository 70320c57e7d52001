import type { AreaLevel } from '../../../schema/api/areas.ts'

export type CodeFault = 'code_digits' | 'code_county' | 'code_level'

/**
 * What is wrong with a national division code (GB/T 10114: county 6 digits, township 3, village 3): not 12 digits (9 do
 * for a township), of another county, or of another level. Areas below a village have no national code: any will do.
 */
export function codeFault(code: string, level: AreaLevel, county: string): CodeFault | null {
  if (level !== 'township' && level !== 'village') return null
  if (!/^\d{12}$/.test(code) && !(level === 'township' && /^\d{9}$/.test(code))) return 'code_digits'
  if (!code.startsWith(county.slice(0, 6))) return 'code_county'
  const ofTownship = code.length === 9 || code.endsWith('000')
  return ofTownship === (level === 'township') ? null : 'code_level'
}

/** A code as it is stored: a township's without the three zeros that stand for "the whole township". */
export function storedCode(code: string, level: AreaLevel): string {
  return level === 'township' && /^\d{9}000$/.test(code) ? code.slice(0, 9) : code
}
