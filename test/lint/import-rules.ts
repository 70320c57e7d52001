export interface Rule {
  /** The folder or file the rule is for; the longest that fits a path counts. */
  of: string
  /** Folders and files that may be imported, the rule's own always among them. */
  may: string[]
  /** Folders and files of which only types may be imported. */
  types?: string[]
  /** npm packages, or `any` for every one that package.json names as a dependency. */
  packages: string[] | 'any' | 'tools'
}

/**
 * Who may import whom: imports point inward only. `tools` stands for any package and Node's own modules: what runs on a
 * developer's machine and never in production.
 */
export const rules: Rule[] = [
  { of: 'schema/api', may: [], packages: ['zod'] },
  { of: 'schema/tables', may: [], types: ['schema/api'], packages: ['drizzle-orm'] },
  { of: 'schema/tables/control-migrations.config.ts', may: [], packages: 'tools' },
  { of: 'schema/tables/shard-migrations.config.ts', may: [], packages: 'tools' },
  {
    of: 'schema/demo',
    may: ['schema', 'worker/actions', 'worker/data', 'worker/domain', 'worker/problems'],
    types: ['worker/env.ts'],
    packages: ['drizzle-orm'],
  },
  { of: 'worker/domain', may: [], types: ['schema/api'], packages: [] },
  { of: 'worker/problems', may: [], types: ['schema/api', 'worker/domain'], packages: ['hono'] },
  {
    of: 'worker/data',
    may: ['schema', 'worker/problems', 'worker/domain'],
    types: ['worker/env.ts'],
    packages: 'any',
  },
  {
    of: 'worker/files',
    may: ['worker/problems', 'worker/domain'],
    types: ['schema/api', 'schema/tables/keys.ts', 'worker/env.ts'],
    packages: 'any',
  },
  {
    of: 'worker/actions',
    may: ['schema', 'worker/problems', 'worker/domain', 'worker/data', 'worker/files'],
    types: ['worker/env.ts', 'worker/jobs/job.ts'],
    packages: 'any',
  },
  {
    of: 'worker/http',
    may: ['schema/api', 'worker/problems', 'worker/domain/access', 'worker/data', 'worker/actions'],
    types: ['worker/env.ts'],
    packages: 'any',
  },
  { of: 'worker/pages', may: ['schema/api', 'worker/domain', 'worker/problems'], packages: 'any' },
  {
    of: 'worker/routes',
    may: [
      'schema/api',
      'worker/problems',
      'worker/domain/access',
      'worker/data',
      'worker/actions',
      'worker/http',
      'worker/pages',
      'worker/files/regions.ts',
    ],
    types: ['worker/env.ts'],
    packages: 'any',
  },
  {
    of: 'worker/jobs',
    may: ['schema/api', 'worker/actions', 'worker/data'],
    types: ['worker/env.ts'],
    packages: 'any',
  },
  {
    of: 'worker/cron',
    may: ['worker/actions', 'worker/data', 'worker/jobs'],
    types: ['worker/env.ts'],
    packages: 'any',
  },
  { of: 'worker/env.ts', may: [], types: ['worker/jobs/job.ts', 'worker/files'], packages: 'any' },
  { of: 'worker/app.ts', may: ['worker/http', 'worker/routes', 'worker/problems'], packages: 'any' },
  {
    of: 'worker/index.ts',
    may: ['worker/app.ts', 'worker/jobs', 'worker/cron', 'worker/env.ts'],
    packages: 'any',
  },
  {
    of: 'worker/local',
    may: ['worker/domain', 'worker/data', 'worker/files', 'schema'],
    types: ['worker/app.ts', 'worker/env.ts'],
    packages: 'tools',
  },
  {
    of: 'worker/local/county',
    may: ['worker/local', 'worker/actions/archive', 'worker/data', 'worker/files'],
    packages: 'tools',
  },
  { of: 'web/functions', may: ['worker/domain/access'], packages: 'any' },
  { of: 'web/vite.config.ts', may: ['worker/domain/access'], packages: 'tools' },
  { of: 'web', may: ['schema/api', 'worker/domain'], types: ['worker/app.ts'], packages: 'any' },
  { of: 'test', may: ['worker', 'schema', 'web'], packages: 'tools' },
]
