import { describe, expect, it } from 'vitest'
import { importProblems } from '../../lint/imports.ts'
import { importsOf } from '../../lint/imports-of.ts'
import { lengthProblems } from '../../lint/length.ts'

const problems = (path: string, source: string) => importProblems(new Map([[path, source]]))

describe('the import rules', () => {
  it.each([
    ['worker/domain/ranking/new.ts', "import { z } from 'zod'"],
    ['worker/domain/ranking/new.ts', "import { county } from '../../files/regions.ts'"],
    ['worker/domain/ranking/new.ts', "import { division } from '../../../schema/api/regions.ts'"],
    ['worker/domain/ranking/new.ts', "import { readFileSync } from 'node:fs'"],
    ['schema/api/new.ts', "import { Hono } from 'hono'"],
    ['web/console/new.tsx', "import { app } from '../../worker/app.ts'"],
    ['web/console/new.tsx', "export * from '../../worker/files/regions.ts'"],
    ['worker/routes/new.ts', "import { startHost } from '../local/host.ts'"],
    ['worker/routes/new.ts', "import 'miniflare'"],
    ['worker/routes/new.ts', "import { county } from '../files/regions'"],
    ['scripts/new.ts', "import 'zod'"],
  ])('refuse in %s: %s', (path, source) => {
    expect(problems(path, `// a comment\n${source}\n`)).toEqual([expect.stringContaining(`${path}:2: `)])
  })

  it.each([
    ['worker/domain/ranking/new.ts', "import type { Division } from '../../../schema/api/regions.ts'"],
    ['worker/domain/ranking/new.ts', "import { type Division } from '../../../schema/api/regions.ts'"],
    ['schema/api/new.ts', "import { z } from 'zod'"],
    ['web/console/new.tsx', "import type { Api } from '../../worker/app.ts'"],
    ['worker/routes/new.ts', "import { Hono } from 'hono/tiny'"],
    ['worker/local/new.ts', "import { Miniflare } from 'miniflare'\nimport { join } from 'node:path'"],
  ])('allow in %s: %s', (path, source) => {
    expect(problems(path, source)).toEqual([])
  })

  it('see dynamic imports and types taken from modules', () => {
    const source = "const a = await load('./a.ts')\nlet b: typeof load('./b.ts')".replaceAll('load', 'import')
    expect(importsOf(source)).toEqual([
      { from: './a.ts', typeOnly: false, line: 1 },
      { from: './b.ts', typeOnly: true, line: 2 },
    ])
  })

  it('see imports over several lines and none in comments', () => {
    const source = `import {\n  a,\n  b as c,\n} from './a.ts'\n/* import x from './x.ts' */\n// import y from './y.ts'\nexport { d } from './d.ts'`
    expect(importsOf(source)).toEqual([
      { from: './a.ts', typeOnly: false, line: 1 },
      { from: './d.ts', typeOnly: false, line: 7 },
    ])
  })
})

it('a file is too long from its 251st line on, a test from its 401st', () => {
  const files = new Map([
    ['worker/long.ts', 'x\n'.repeat(251)],
    ['worker/short.ts', 'x\n'.repeat(250)],
    ['test/api/story.test.ts', 'x\n'.repeat(400)],
    ['test/api/saga.test.ts', 'x\n'.repeat(401)],
  ])
  expect(lengthProblems(files).filter((problem) => problem.includes('lines'))).toEqual([
    expect.stringContaining('worker/long.ts: 251 lines'),
    expect.stringContaining('test/api/saga.test.ts: 401 lines'),
  ])
})
