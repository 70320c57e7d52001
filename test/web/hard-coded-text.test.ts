import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { nodesIn, type Source, webSources } from './sources.ts'

const spoken = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'hint',
  'aria-label',
  'content',
  'okText',
  'cancelText',
])

/** Chinese that is no text of the interface: the headings importers read, how villages' names are shortened. */
const names = new Set([
  'web/console/posts/post-sheets.ts',
  'web/field/pieces/area-search.ts',
  'web/ui/ranking-words.ts',
])
const han = /\p{Script=Han}/u

test('no page has text outside the catalogues', () => {
  expect(webSources().length).toBeGreaterThan(50)
  expect(webSources().flatMap(hardCoded)).toEqual([])
})

test('the search for such text finds it', () => {
  const page = (jsx: string) => ({ path: 'page.tsx', program: parseSync('page.tsx', jsx).program })
  expect(hardCoded(page('<p>Save it</p>'))).toHaveLength(1)
  expect(hardCoded(page('<p title="Save" />'))).toHaveLength(1)
  expect(hardCoded(page("say('保存')"))).toHaveLength(1)
  expect(hardCoded(page(['say(`$', '{n} 行`)'].join('')))).toHaveLength(1)
  expect(hardCoded(page('<p className="soft">▲ 3 · {t("save")}</p>'))).toHaveLength(0)
})

function hardCoded({ path, program }: Source): string[] {
  if (names.has(path)) return []
  const found: string[] = []
  for (const node of nodesIn(program)) {
    if (node.type === 'JSXText' && /\p{L}/u.test(node.value)) found.push(node.value)
    if (node.type === 'JSXAttribute' && node.name.type === 'JSXIdentifier' && spoken.has(node.name.name)) {
      const said = node.value?.type === 'Literal' ? node.value.value : ''
      if (typeof said === 'string' && /\p{L}/u.test(said)) found.push(said)
    }
    if (node.type === 'Literal' && typeof node.value === 'string' && han.test(node.value))
      found.push(node.value)
    if (node.type === 'TemplateElement' && han.test(node.value.raw)) found.push(node.value.raw)
  }
  return [...new Set(found)].map((text) => `${path}: ${text.trim().slice(0, 60)}`)
}
