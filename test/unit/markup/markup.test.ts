import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { markup } from '../../../worker/pages/markup.ts'

const Row = ({ name, children }: { name: string; children?: ReactNode }) =>
  h('li', { className: name || undefined }, name, children)
const Both = () => [h('i', { key: 1 }, 1), null, [h('b', { key: 2 }, 'two')], false, 3]

/** What pages are made of. Attributes in the order of their names, since the two write them in different orders. */
const trees: Record<string, ReactNode> = {
  text: h('p', null, `5 > 3 & "it's" <b>`, ' ', 7, null, undefined, true, false, 0, ''),
  'components and lists': h('ul', null, h(Row, { name: '石门村' }), h(Row, { name: '' }, h(Both))),
  'a fragment': h('p', null, h(Both), 'after'),
  attributes: h('a', {
    ...{ className: 'edge & more', href: '/c/620423?a=1&b="2"', hrefLang: 'zh-CN', tabIndex: -1 },
    ...{
      'aria-hidden': true,
      'aria-current': false,
      'data-x': 5,
      title: '',
      id: undefined,
      lang: null as never,
    },
  }),
  'yes and no': h('details', { open: true }, h('summary', { hidden: false, spellCheck: false }, 'x')),
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as pages do with the one style sheet
  'raw text': h('style', { dangerouslySetInnerHTML: { __html: 'a > b {}' } }),
  drawings: h(
    'svg',
    { viewBox: '0 0 5 5', role: 'img' },
    h('path', { d: 'M0 0', shapeRendering: 'crispEdges', strokeWidth: 1.5, fill: 'none' }),
    h('text', { x: 0, textAnchor: 'middle' }, 12),
  ),
  'what is typed in': h(
    'form',
    { action: '/c/1', method: 'post', encType: 'multipart/form-data' },
    h('label', { htmlFor: 'a' }, 'A'),
    h('input', { id: 'a', name: 'a', defaultValue: '"<', maxLength: 5, required: true, autoComplete: 'off' }),
    h('input', { type: 'radio', name: 'k', value: 'x', defaultChecked: true }),
    h('input', { type: 'radio', name: 'k', value: '', defaultChecked: false }),
    h('textarea', { rows: 6, defaultValue: '\nfirst <line>' }),
    h('textarea', { defaultValue: '' }),
  ),
  'what is chosen': h(
    'select',
    { name: 's', defaultValue: 'b' },
    h('option', { value: '' }, 'none'),
    h('optgroup', { label: 'g' }, h('option', { value: 'a' }, 'A'), h('option', { value: 'b' }, 'B')),
    h('option', null, 'c'),
  ),
  'nothing chosen': h(
    'select',
    { defaultValue: '' },
    h('option', { value: '' }, '-'),
    h('option', null, 'c'),
  ),
  'what has no end': h(
    'p',
    null,
    h('br'),
    h('hr'),
    h('wbr'),
    h('img', { src: '/a.jpg', alt: '', loading: 'lazy' }),
  ),
}

describe('a page is written as react-dom writes it', () => {
  test.for(Object.entries(trees))('%s', ([, tree]) => {
    expect(ordered(markup(tree))).toBe(ordered(renderToStaticMarkup(tree)))
  })
})

test('a head is written in the order of the page', () => {
  const head = h(
    'head',
    null,
    h('title', null, '乡榜'),
    h('meta', { charSet: 'utf-8' }),
    h('link', { rel: 'icon' }),
  )
  expect(markup(head)).toBe('<head><title>乡榜</title><meta charSet="utf-8"/><link rel="icon"/></head>')
})

test.for(['javascript:alert(1)', ' \u0001JaVa\nScRiPt\t:x', '\tjavascript :x'])(
  'an address that is a script is left out: %j',
  (address) => {
    expect(markup(h('a', { href: address }, 'x'))).toBe('<a>x</a>')
    expect(markup(h('form', { action: address }))).toBe('<form></form>')
  },
)

test.for<[string, ReactNode]>([
  ['styles of its own', h('p', { style: { color: 'red' } })],
  ['a listener', h('p', { onClick: () => {} })],
  ['something that is no part of a page', { a: 1 } as never],
  ['a promise', Promise.resolve('x')],
])('refuses %s', ([, tree]) => {
  expect(() => markup(tree)).toThrow('a page')
})

function ordered(html: string): string {
  return html.replace(/<(\w+)((?: [^\s=>/]+="[^"]*")+)(\/?)>/g, (_, name, attributes: string, end) => {
    const sorted = attributes.match(/ [^\s=]+="[^"]*"/g)?.sort() ?? []
    return `<${name}${sorted.join('')}${end}>`
  })
}
