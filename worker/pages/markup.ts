import { Fragment, type ReactNode } from 'react'

/**
 * The HTML of a page: what `renderToStaticMarkup` of react-dom writes, in half the time and without its 64 KB.
 * Pages are plain functions of their props, so nothing of a renderer that can wait, stream and be taken over by a
 * browser is needed: no hooks, contexts, classes or promises (they throw), no `style` attributes (the policy forbids them).
 */
export function markup(node: ReactNode): string {
  return written(node, undefined)
}

/** `chosen` is the value of the `select` around it. */
function written(node: unknown, chosen: unknown): string {
  if (typeof node === 'string') return escaped(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) {
    let html = ''
    for (const each of node) html += written(each, chosen)
    return html
  }
  if (!isElement(node)) throw new Error('a page holds something that is not written down')
  const { type, props } = node
  if (typeof type === 'function') return written(type(props), chosen)
  if (type === fragment) return written(props.children, chosen)
  if (typeof type !== 'string') throw new Error('a page holds a component that is not a function')
  return tag(type, props, chosen)
}

type Props = Readonly<Record<string, unknown>>
type Element = { type: string | symbol | ((props: Props) => unknown); props: Props }

/** To the types a component, at run time a symbol. */
const fragment: unknown = Fragment

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'type' in node && 'props' in node
}

function tag(name: string, props: Props, chosen: unknown): string {
  let html = `<${name}`
  for (const key in props) html += attribute(name, key, props[key])
  if (name === 'option' && isChosen(props, chosen)) html += ' selected=""'
  if (empty.has(name)) return `${html}/>`
  return `${html}>${content(name, props, chosen)}</${name}>`
}

function content(name: string, props: Props, chosen: unknown): string {
  const { children, dangerouslySetInnerHTML, defaultValue } = props
  const raw = dangerouslySetInnerHTML as { __html: string } | undefined
  if (raw) return raw.__html
  // The first line break of a text area is no part of its text.
  if (name === 'textarea') return written(defaultValue, undefined).replace(/^\n/, '\n\n')
  return written(children, name === 'select' ? defaultValue : chosen)
}

function isChosen({ value, children }: Props, chosen: unknown): boolean {
  return chosen !== undefined && chosen !== null && String(value ?? children) === String(chosen)
}

function attribute(tagName: string, key: string, value: unknown): string {
  if (value === null || value === undefined || unwritten.has(key)) return ''
  if (key === 'style' || typeof value === 'function') throw new Error(`a page has the attribute ${key}`)
  if (key === 'defaultValue') return tagName === 'input' ? ` value="${escaped(String(value))}"` : ''
  const name = names[key] ?? key
  if (typeof value === 'boolean') return flag(name, value)
  const text = String(value)
  if (addresses.has(name) && scripted.test(text)) return ''
  return ` ${name}="${escaped(text)}"`
}

function flag(name: string, value: boolean): string {
  if (spelled.test(name)) return ` ${name}="${value}"`
  return value ? ` ${name}=""` : ''
}

function escaped(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => entities[character] ?? character) : text
}

const special = /["'&<>]/
const specials = /["'&<>]/g
const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  "'": '&#x27;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}
const empty = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', 'source', 'wbr', 'col'])
const unwritten = new Set(['children', 'dangerouslySetInnerHTML', 'key', 'ref'])
/** Attributes that HTML names otherwise than React; case does not matter to HTML, only hyphens do. */
const names: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  httpEquiv: 'http-equiv',
  defaultChecked: 'checked',
  textAnchor: 'text-anchor',
  shapeRendering: 'shape-rendering',
  strokeWidth: 'stroke-width',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  fontSize: 'font-size',
}
/** Attributes that say yes or no in words. */
const spelled = /^(aria-|data-|spellCheck$|draggable$|contentEditable$)/
const addresses = new Set(['href', 'src', 'action', 'formAction'])
/** What a browser takes for a script's address: it passes over control characters in front and line breaks within. */
const scripted = /^[\s\p{Cc}]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:/iu
