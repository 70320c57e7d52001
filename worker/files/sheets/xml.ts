/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen'
import { SheetRefusal } from './problem.ts'

export type XmlHandlers = {
  /** `name` without its namespace prefix; `attribute` looks one up by its name, prefixed or not; entities decoded. */
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/**
 * Walks one part of a workbook. A document type or entity declaration is refused outright: no spreadsheet program
 * writes one, and nothing here would ever resolve it.
 */
export function walkXml(xml: string, handlers: XmlHandlers): void {
  refuseDeclarations(xml)
  new Parser()
    .on('openTag', (name, attributes, decode) => {
      handlers.open?.(local(name), (key) => {
        const all = attributes()
        const own = Object.hasOwn(all, key) ? key : Object.keys(all).find((name) => name.endsWith(`:${key}`))
        return own === undefined ? undefined : decode(String(all[own]))
      })
    })
    .on('closeTag', (name) => handlers.close?.(local(name)))
    .on('text', (text, decode) => handlers.text?.(decode(text)))
    .on('cdata', (text) => handlers.text?.(text))
    .on('error', () => {
      throw new SheetRefusal('damaged')
    })
    .parse(xml)
}

export function refuseDeclarations(xml: string): void {
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/iu.test(xml)) throw new SheetRefusal('forbidden_markup')
}

/** A part's text. XML is UTF-8 unless a byte-order mark says UTF-16; other encodings are not used in workbooks. */
export function decodeXml(part: Uint8Array): string {
  const [first, second] = part
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  const xml = decode(part, encoding)
  // UTF-16 without its mark would show as NULs between the letters, and hide a declaration from the check above.
  if (xml === null || xml.includes('\0')) throw new SheetRefusal('damaged')
  return xml
}

function decode(part: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(part)
  } catch {
    return null
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
