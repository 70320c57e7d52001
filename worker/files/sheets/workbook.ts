import type { Sheet } from '../../domain/sheets/cell.ts'
import type { SheetLimits } from './limits.ts'
import { SheetRefusal } from './problem.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStyles } from './styles.ts'
import { readWorksheet } from './worksheet.ts'
import { decodeXml, refuseDeclarations, walkXml } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

/**
 * An .xlsx file's sheets in their order, hidden ones marked: Office Open XML (ECMA-376 part 1, 18), transitional or
 * strict, macros ignored. Throws SheetRefusal.
 */
export function readWorkbook(bytes: Uint8Array, limits: SheetLimits): Sheet[] {
  const archive = openArchive(bytes, limits)
  const parts = readParts(archive)
  const path = workbookPath(archive, parts)
  const workbook = readWorkbookPart(parts.get(path) ?? '')
  const links = readLinks(parts, path)
  if (workbook.sheets.length > limits.sheets)
    throw new SheetRefusal('too_many_parts', { limit: limits.sheets })
  const part = (type: string) => parts.get(links.find((link) => link.type.endsWith(`/${type}`))?.target ?? '')
  const strings = readSharedStrings(part('sharedStrings'))
  const styles = readStyles(part('styles'))
  let cells = limits.cells
  return workbook.sheets.map(({ name, hidden, link }) => {
    const target = links.find(({ id }) => id === link)
    if (target && !target.type.endsWith('/worksheet')) return { name, hidden: true, rows: [] } // a chart sheet
    const xml = parts.get(target?.target ?? '')
    if (xml === undefined) throw new SheetRefusal('damaged')
    const read = readWorksheet(xml, {
      strings,
      styles,
      from1904: workbook.from1904,
      name,
      limits: { ...limits, cells },
    })
    cells -= read.cells
    return hidden ? { name, hidden, rows: read.rows } : { name, rows: read.rows }
  })
}

/** Every XML part is unpacked and looked at, also those nothing here reads; pictures and the like stay packed. */
function readParts(archive: Archive): Map<string, string> {
  const parts = new Map<string, string>()
  if (!archive.names.includes('[Content_Types].xml')) throw otherArchive(archive)
  for (const name of archive.names) {
    if (!/\.(xml|rels|vml)$/iu.test(name)) continue
    const part = archive.read(name)
    if (!part) continue
    const xml = decodeXml(part)
    refuseDeclarations(xml)
    parts.set(name.toLowerCase(), xml)
  }
  return parts
}

function workbookPath(archive: Archive, parts: ReadonlyMap<string, string>): string {
  const link = readLinks(parts, '').find(({ type }) => type.endsWith('/officeDocument'))
  if (link && parts.has(link.target) && /(?:^|\/)workbook\d*\.xml$/u.test(link.target)) return link.target
  throw otherArchive(archive)
}

function otherArchive(archive: Archive): SheetRefusal {
  const has = (name: string) => archive.names.some((part) => part.toLowerCase() === name)
  if (has('xl/workbook.bin')) return new SheetRefusal('binary_excel')
  if (has('word/document.xml')) return new SheetRefusal('word')
  const type = has('mimetype') ? new TextDecoder().decode(archive.read('mimetype') ?? undefined) : ''
  return new SheetRefusal(type.includes('opendocument') ? 'open_document' : 'archive')
}

type Link = { id: string; type: string; target: string }

/** The relationships of a part ('' is the package itself), their targets as full names within the archive. */
function readLinks(parts: ReadonlyMap<string, string>, path: string): Link[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const xml = parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const links: Link[] = []
  if (xml === undefined) return links
  walkXml(xml, {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
      const target = attribute('Target') ?? ''
      links.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        target: resolve(folder, target),
      })
    },
  })
  return links
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1).toLowerCase()
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/').toLowerCase()
}

type WorkbookPart = { from1904: boolean; sheets: { name: string; hidden: boolean; link: string }[] }

function readWorkbookPart(xml: string): WorkbookPart {
  const workbook: WorkbookPart = { from1904: false, sheets: [] }
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'workbookPr') workbook.from1904 = /^(1|true|on)$/u.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = /^(hidden|veryHidden)$/u.test(attribute('state') ?? '')
      workbook.sheets.push({
        name: attribute('name') ?? '',
        hidden,
        link: attribute('id') ?? '',
      })
    },
  })
  return workbook
}
