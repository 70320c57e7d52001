import { walkXml } from './xml.ts'

/** What a cell's number means by its format; index by the cell's style number. */
export type NumberMeaning = 'number' | 'date' | 'percent'

export function readStyles(xml: string | undefined): NumberMeaning[] {
  const meanings: NumberMeaning[] = []
  if (xml === undefined) return meanings
  const codes = new Map<number, string>()
  let inCellFormats = false
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0)
        meanings.push(meaningOf(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return meanings
}

function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return id === 9 || id === 10 ? 'percent' : builtInDate(id) ? 'date' : 'number'
  // Literal text, escapes, colours, conditions and locales say nothing about the meaning; [h] and the like do.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
  if (bare.includes('%')) return 'percent'
  return /general/iu.test(bare) || !/[ymdhs年月日]/iu.test(bare) ? 'number' : 'date'
}

/** ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese, Japanese and Korean. */
function builtInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}
