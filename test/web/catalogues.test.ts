import { beforeAll, expect, test } from 'vitest'
import { catalogues, type NamedCatalogue } from './catalogues.ts'
import { nodesIn, sourcesIn, webSources } from './sources.ts'

let all: NamedCatalogue[] = []
beforeAll(async () => {
  all = await catalogues()
})

test('there are catalogues, and both languages hold the same keys', () => {
  expect(all.length).toBeGreaterThan(10)
  for (const { name, zh, en } of all) {
    expect(Object.keys(en).sort(), name).toEqual(Object.keys(zh).sort())
    for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)]) {
      expect(text.trim(), `${name}.${key}`).not.toBe('')
    }
  }
})

test('a text has the same places in both languages', () => {
  for (const { name, zh, en } of all) {
    // A language may leave a place out (a weekday, say), but none may ask for one the other never gets.
    if (name === 'dates') continue
    for (const key of Object.keys(zh)) {
      expect(places(en[key] ?? ''), `${name}.${key}`).toEqual(places(zh[key] ?? ''))
    }
  }
})

test('the Chinese texts are Chinese, the English ones hold no Chinese but the name of the other language', () => {
  for (const { name, en } of all) {
    for (const [key, text] of Object.entries(en)) {
      if (key === 'otherLanguage') continue
      expect(text, `${name}.${key}`).not.toMatch(/\p{Script=Han}/u)
    }
  }
})

test('every key that is asked for exists in the catalogue it is asked of', () => {
  const wrong: string[] = []
  for (const { path, program } of webSources()) {
    const nodes = nodesIn(program)
    const asked = new Map<string, NamedCatalogue>()
    for (const node of nodes) {
      if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') continue
      if (node.init?.type !== 'CallExpression' || node.init.callee.type !== 'Identifier') continue
      if (!['useTexts', 'translator'].includes(node.init.callee.name)) continue
      const [texts] = node.init.arguments
      const found = texts?.type === 'Identifier' && all.find(({ binding }) => binding === texts.name)
      if (found) asked.set(node.id.name, found)
    }
    for (const node of nodes) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') continue
      const texts = asked.get(node.callee.name)
      const [key] = node.arguments
      if (!texts || key?.type !== 'Literal' || typeof key.value !== 'string') continue
      if (!(key.value in texts.zh)) wrong.push(`${path}: ${texts.name} has no ${key.value}`)
    }
  }
  expect(wrong).toEqual([])
})

test('no key lies about unused', () => {
  const words = new Set<string>()
  const beginnings = new Set<string>()
  // Keys are written out, begin a template, or are the words of the domain (a role, a band, a state).
  for (const { program } of [...webSources(), ...sourcesIn('schema/api'), ...sourcesIn('worker/domain')]) {
    for (const node of nodesIn(program)) {
      if (node.type === 'Literal' && typeof node.value === 'string') words.add(node.value)
      if (node.type === 'Property' && node.key.type === 'Identifier') words.add(node.key.name)
      if (node.type === 'TemplateLiteral' && node.expressions.length > 0) {
        const first = node.quasis[0]?.value.raw ?? ''
        if (/^[A-Za-z]\w*$/.test(first)) beginnings.add(first)
      }
    }
  }
  const unused = all.flatMap(({ name, zh }) =>
    Object.keys(zh)
      .filter((key) => !words.has(key) && ![...beginnings].some((beginning) => key.startsWith(beginning)))
      .map((key) => `${name}.${key}`),
  )
  expect(unused).toEqual([])
})

test('everything the audit records has words', () => {
  const verbs = new Set<string>()
  for (const { program } of sourcesIn('worker/actions')) {
    for (const node of nodesIn(program)) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') continue
      if (node.callee.name !== 'record') continue
      for (const word of nodesIn(node.arguments[1])) {
        if (word.type === 'Literal' && typeof word.value === 'string') verbs.add(word.value)
      }
    }
  }
  const known = all.find(({ name }) => name === 'audit')?.zh ?? {}
  expect(verbs.size).toBeGreaterThan(15)
  expect([...verbs].filter((verb) => !(`verb_${verb}` in known))).toEqual([])
})

function places(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort()
}
