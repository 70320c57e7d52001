import { strToU8, type Zippable, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = Record<string, string | Uint8Array | undefined>
type Sheet = { name: string; xml: string; state?: string }

/** A minimal .xlsx around sheets given as the XML inside `<worksheet>`; `parts` adds, replaces or takes out parts. */
export function aWorkbook(sheets: readonly Sheet[], parts: Parts = {}): Uint8Array {
  return zipped({ ...workbookParts(sheets), ...parts })
}

export function zipped(parts: Parts, level: 0 | 9 = 9): Uint8Array {
  const files: Zippable = {}
  for (const [name, part] of Object.entries(parts)) {
    if (part !== undefined) files[name] = [typeof part === 'string' ? strToU8(part) : part, { level }]
  }
  return zipSync(files)
}

/** One sheet of cells written as `A1` → XML of the cell's inside, with its type: `{A1: ['n', '<v>1</v>']}`. */
export function cells(written: Record<string, [type: string, inside: string, style?: number]>): string {
  const rows = new Map<string, string>()
  for (const [place, [type, inside, style = 0]] of Object.entries(written)) {
    const row = place.replace(/\D/gu, '')
    rows.set(row, `${rows.get(row) ?? ''}<c r="${place}" t="${type}" s="${style}">${inside}</c>`)
  }
  return `<sheetData>${[...rows].map(([row, inside]) => `<row r="${row}">${inside}</row>`).join('')}</sheetData>`
}

export function text(content: string): [string, string] {
  return ['inlineStr', `<is><t xml:space="preserve">${content}</t></is>`]
}

function workbookParts(sheets: readonly Sheet[]): Parts {
  const list = sheets.map(({ name, state }, at) => {
    return `<sheet name="${name}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="rId${at + 1}"/>`
  })
  const links = sheets.map((_, at) => {
    return `<Relationship Id="rId${at + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`
  })
  links.push(`<Relationship Id="rId98" Type="${LINKS}/sharedStrings" Target="sharedStrings.xml"/>`)
  links.push(`<Relationship Id="rId99" Type="${LINKS}/styles" Target="/xl/styles.xml"/>`)
  const parts: Parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
  }
  sheets.forEach(({ xml }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet xmlns="${MAIN}">${xml}</worksheet>`
  })
  return parts
}
