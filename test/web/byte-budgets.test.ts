import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { build, webDirectory } from '../../worker/local/build.ts'

type Chunk = { file: string; src?: string; imports?: string[]; dynamicImports?: string[] }
const oldest = ['chrome80', 'safari14']
/** What the page of the field app loads, what draws its first screen, and the further ones. */
const fieldApp = ['field/index.html', 'field/draw.tsx', 'field/further-screens.tsx']
let manifest: Record<string, Chunk> = {}

beforeAll(async () => {
  await build(() => {})
  manifest = JSON.parse(readFileSync(join(webDirectory, '.vite/manifest.json'), 'utf8'))
}, 180_000)

test.each(['index.html', 'signup/index.html', 'signin/index.html', 'activate/index.html'])(
  'the page %s stays under 100 KB of JavaScript',
  (page) => {
    expect(kilobytes(loadedBy([page]))).toBeLessThan(100)
  },
)

test('the console’s cockpit stands after 165 KB, without the component library, which the page names for later', () => {
  const first = loadedBy(firstRoute())
  expect(kilobytes(first)).toBeLessThan(165)
  expect(kilobytes(loadedBy([...firstRoute(), 'console/platform/platform-page.tsx']))).toBeLessThan(180)
  const page = readFileSync(join(webDirectory, 'console/index.html'), 'utf8')
  const named = (rel: string) =>
    [...page.matchAll(/<link rel="(\w+)"[^>]*href="\/([^"]+)"/g)].flatMap((found) =>
      found[1] === rel ? [found[2]] : [],
    )
  // The page asks at once for all that draws, so that no file waits for another to be read.
  const drawing = loadedBy(['console/index.html', 'console/draw.tsx'])
  expect(drawing.filter((file) => !page.includes(file))).toEqual([])
  const further = loadedBy(soonAfter()).filter((file) => !first.includes(file))
  expect(further.length).toBeGreaterThan(5)
  expect(named('later')).toEqual(expect.arrayContaining(further))
  expect(drawing.filter((file) => named('later').includes(file))).toEqual([])
})

test('the console checks no shapes before its first screen stands', () => {
  const files = loadedBy([...firstRoute(), 'console/platform/platform-page.tsx'])
  expect(withSchemas(files)).toEqual([])
})

test('the console is under 450 KB with the library and the tables of the other sections', () => {
  expect(sectionPages().length).toBeGreaterThan(5)
  expect(kilobytes(loadedBy([...firstRoute(), ...soonAfter()]))).toBeLessThan(450)
})

test('each further section adds at most 120 KB', () => {
  const there = new Set(loadedBy([...firstRoute(), ...soonAfter()]))
  for (const page of sectionPages()) {
    expect(kilobytes(loadedBy([page]).filter((file) => !there.has(file))), page).toBeLessThan(120)
  }
})

test('the field app is under 150 KB, its first screen under 110', () => {
  const first = loadedBy(['field/index.html', 'field/draw.tsx'])
  expect(kilobytes(first)).toBeLessThan(110)
  expect(kilobytes(loadedBy(fieldApp))).toBeLessThan(150)
  // The page asks for all of it at once, so that no file waits for another to be read.
  const page = readFileSync(join(webDirectory, 'field/index.html'), 'utf8')
  expect(first.filter((file) => !page.includes(file))).toEqual([])
})

test('the field app checks no shapes as it opens: the schemas come with what is handed over', () => {
  expect(withSchemas(loadedBy(fieldApp))).toEqual([])
  const takingOver = Object.keys(manifest).filter((key) => key.endsWith('/take-over.ts'))
  expect(withSchemas(loadedBy(takingOver))).toHaveLength(1)
})

test('the field app’s files and its service worker are written in what the oldest phones read', async () => {
  const worker = readFileSync(join(webDirectory, 'field-worker.js'), 'utf8')
  const kept: string[] = JSON.parse(/files:(\[[^\]]*\])/.exec(worker)?.[1] ?? '[]')
  const files = kept.filter((file) => file.endsWith('.js')).map((file) => file.slice(1))
  expect(files).toEqual(expect.arrayContaining(loadedBy(fieldApp)))
  for (const file of ['field-worker.js', ...files]) {
    const source = readFileSync(join(webDirectory, file), 'utf8')
    expect(await tooNewIn(source), file).toEqual([])
  }
  // A check that finds nothing anywhere would be none.
  expect(await tooNewIn('class A { #b = 1; static { c ||= 2 } }')).not.toEqual([])
})

test('the editor of bulletins is at most 122 KB, 140 with the photo field it shares, and nothing elsewhere', () => {
  const editor = Object.keys(manifest).filter((key) => key.endsWith('/body-editor.tsx'))
  expect(editor).toHaveLength(1)
  const there = new Set(
    loadedBy([
      ...firstRoute(),
      ...soonAfter(),
      'console/bulletins/bulletins-page.tsx',
      'console/bulletins/draft-page.tsx',
    ]),
  )
  const added = loadedBy(editor).filter((file) => !there.has(file))
  expect(kilobytes(added.slice(0, 1))).toBeLessThan(122)
  expect(kilobytes(added)).toBeLessThan(140)
  expect(loadedBy([...firstRoute(), ...sectionPages()])).not.toContain(added[0])
})

test('the pinyin dictionary is fetched by nobody who does not search with letters', () => {
  const dictionary = Object.values(manifest).find(({ src }) => src?.includes('pinyin-pro'))
  expect(dictionary).toBeDefined()
  const first = loadedBy([...Object.keys(manifest).filter((key) => key.endsWith('.html')), ...sectionPages()])
  expect(first).not.toContain(dictionary?.file)
})

/** The console with its first section. */
function firstRoute(): string[] {
  return ['console/index.html', 'console/draw.tsx', 'console/cockpit/cockpit-page.tsx']
}

/** What the other sections stand on, fetched while the first page is being read. */
function soonAfter(): string[] {
  const found = [
    'console/shell/component-library.tsx',
    'console/shell/section-icons.tsx',
    'ui/data-table.tsx',
  ]
  return Object.keys(manifest).filter((key) => found.includes(key) || key.includes('data-table'))
}

function sectionPages(): string[] {
  const further = manifest['console/draw.tsx']?.dynamicImports ?? []
  return further.filter((key) => key.startsWith('console/') && key.endsWith('-page.tsx'))
}

/** Those of the files that hold the schemas' library. */
function withSchemas(files: readonly string[]): string[] {
  return files.filter((file) => readFileSync(join(webDirectory, file), 'utf8').includes('$ZodType'))
}

/** The JavaScript files that come with these entries, what they import included. */
function loadedBy(keys: readonly string[]): string[] {
  const files = new Set<string>()
  const follow = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the manifest`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(follow)
  }
  keys.forEach(follow)
  return [...files].filter((file) => file.endsWith('.js'))
}

/**
 * Both read these: of destructuring Safari 14 gets one default wrong that nobody writes, and of the properties of
 * characters the oldest browsers lack only scripts that came later.
 */
const supported = { destructuring: true, 'regexp-unicode-property-escapes': true }

/** Syntax newer than Chrome 80 and Safari 14: whatever would have to be rewritten for them. */
async function tooNewIn(source: string): Promise<string[]> {
  const asIs = { supported, minifyWhitespace: true, legalComments: 'none' } as const
  const [today, then] = await Promise.all(
    ['esnext', oldest].map((target) => transform(source, { ...asIs, target })),
  )
  return today?.code === then?.code ? [] : ['newer than Chrome 80 or Safari 14']
}

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(webDirectory, file))).length, 0) / 1000
}
