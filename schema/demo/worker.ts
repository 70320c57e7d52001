import type { Env } from '../../worker/env.ts'
import { buildDemo } from './build.ts'

/**
 * A Worker of one purpose: asked once, it builds the demo county where the databases are. It has no queue: it does
 * each week's work itself, in order, and a nudge would only do it again beside it.
 */
export default {
  async fetch(_request: Request, env: Env): Promise<Response> {
    const JOBS = { send: async () => {}, sendBatch: async () => {} } as unknown as Env['JOBS']
    await buildDemo({ ...env, JOBS, XIANGBANG_APPROVE: 'auto' }, new Date())
    return new Response('built')
  },
}
