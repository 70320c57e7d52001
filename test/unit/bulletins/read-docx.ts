import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'saxen'

/** An element of a document's XML. */
export type Element = {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** The parts of a .docx file by their paths, each parsed when it is asked for. */
export function openDocx(bytes: Uint8Array): (path: string) => Element {
  const parts = unzipSync(bytes)
  return (path) => {
    const part = parts[path]
    if (!part) throw new Error(`no ${path} among ${Object.keys(parts).join(', ')}`)
    return parse(strFromU8(part))
  }
}

/** Every element of a name below one, in the order of the document. */
export function all(within: Element, name: string): Element[] {
  return within.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** The first such element. */
export function one(within: Element, name: string): Element {
  const [found] = all(within, name)
  if (!found) throw new Error(`no ${name} in ${within.name}`)
  return found
}

/** All text below an element. */
export function textOf(within: Element): string {
  return within.text + within.children.map(textOf).join('')
}

/** An attribute as a number. */
export function numberOf(element: Element, name: string): number {
  return Number(element.attributes[name])
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => {
    const element: Element = { name, attributes: { ...attributes() }, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text, decode) => {
    const inside = open.at(-1)
    if (inside) inside.text += decode(text)
  })
  parser.on('closeTag', () => {
    open.pop()
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.parse(xml)
  return root
}
