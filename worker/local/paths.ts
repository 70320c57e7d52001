import { join, resolve } from 'node:path'

/** The top of the repository. */
export const repository = resolve(import.meta.dirname, '../..')
/** Everything made by a build; may be deleted at any time. */
export const buildDirectory = resolve(repository, process.env.XIANGBANG_BUILD || '.build')
/** What the Worker's ASSETS binding serves: the web app and the packed regions. */
export const assetsDirectory = join(buildDirectory, 'assets')
/** What the local host keeps between runs. */
export const dataDirectory = resolve(repository, process.env.XIANGBANG_DATA || '.data')
