import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { D1 } from '../../../worker/data/d1.ts'

/** The rows of each statement of one round trip, each as JSON. */
export type HeardTrip = string[][]

/** A database that notes what it answered: what a control has to read for its comparison to be fair. */
export function listening(d1: D1, heard: HeardTrip[]): D1 {
  const batch = async <T>(statements: D1PreparedStatement[]) => {
    const own = statements.map((statement) => (statement as Listened).statement ?? statement)
    const answers = await d1.batch<T>(own)
    heard.push(answers.map(({ results }) => results.map((row) => JSON.stringify(row))))
    return answers
  }
  const prepare = (text: string) => ({
    bind(...values: unknown[]): Listened {
      const statement = d1.prepare(text).bind(...values)
      const listened: Listened = { statement } as Listened
      const all = async () => (await batch([listened]))[0]
      return Object.assign(listened, { all })
    },
  })
  return { prepare, batch } as unknown as Pick<D1Database, 'prepare' | 'batch'>
}

type Listened = D1PreparedStatement & { statement: D1PreparedStatement }
