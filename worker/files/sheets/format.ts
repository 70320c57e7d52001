import type { SheetProblemCode } from './problem.ts'

export type Format = { kind: 'zip' } | { kind: 'text' } | { kind: 'refused'; problem: SheetProblemCode }

/** What a file is, by its first bytes and never by its name: people rename .xls to .xlsx to get it uploaded. */
export function formatOf(bytes: Uint8Array): Format {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'zip' }
  if (starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return { kind: 'refused', problem: 'archive' }
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'refused', problem: inCompoundFile(bytes) }
  for (const [magic, problem] of REFUSED) {
    if (starts(bytes, magic)) return { kind: 'refused', problem }
  }
  return { kind: 'text' }
}

const REFUSED: readonly (readonly [readonly number[], SheetProblemCode])[] = [
  [ascii('%PDF'), 'pdf'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x89, ...ascii('PNG')], 'image'],
  [ascii('GIF8'), 'image'],
  [ascii('RIFF'), 'image'],
  [ascii('BM'), 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [ascii('{\\rtf'), 'rich_text'],
  [ascii('Rar!'), 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x09, 0x08], 'old_excel'],
  [[0x09, 0x04], 'old_excel'],
]

/** Markup that some systems export under the name .xls. `start` is the decoded beginning of a text file. */
export function markupIn(start: string): SheetProblemCode | null {
  const text = start.trimStart().slice(0, 600).toLowerCase()
  if (!text.startsWith('<')) return null
  if (text.includes('progid="excel.sheet"') || text.includes('<workbook')) return 'xml_spreadsheet'
  if (/<(!doctype html|html|head|meta|table|style)/u.test(text)) return 'web_page'
  return text.startsWith('<?xml') ? 'unknown_format' : null
}

/** Old Office files and encrypted new ones share this container; the names of the streams inside tell them apart. */
function inCompoundFile(bytes: Uint8Array): SheetProblemCode {
  const names = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
  if (names.includes('EncryptedPackage')) return 'encrypted'
  if (names.includes('ETExtData')) return 'wps_et'
  if (names.includes('WordDocument')) return 'word'
  return 'old_excel'
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0))
}
