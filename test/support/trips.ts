import { env } from 'cloudflare:workers'
import type { D1Database, D1DatabaseSession, D1PreparedStatement } from '@cloudflare/workers-types'
import { app } from '../../worker/app.ts'

/** A session that a request opens, and where it may begin: at the primary, at any replica, or after a bookmark. */
export type Opened = { to: 'CONTROL' | 'shard'; from: string }

/** One round trip to a database: which one, and the SQL of what it carried. */
export type Trip = { to: 'CONTROL' | 'shard'; statements: string[] }

/** The round trips of what has been asked by `asked` since they were last taken, in order. */
export class Trips {
  #made: Trip[] = []
  #opened: Opened[] = []
  readonly #bindings: typeof env

  constructor(vars: Partial<typeof env> = {}) {
    this.#bindings = {
      ...env,
      ...vars,
      CONTROL: this.#counted('CONTROL', env.CONTROL),
      SHARD_00: this.#counted('shard', env.SHARD_00),
      SHARD_01: this.#counted('shard', env.SHARD_01),
      SHARD_02: this.#counted('shard', env.SHARD_02),
      SHARD_03: this.#counted('shard', env.SHARD_03),
    }
  }

  /** Another way to the service, for `Client.by`: what it leaves to be done after the answer is done too. */
  readonly asked = async (request: Request): Promise<Response> => {
    const after: Promise<unknown>[] = []
    const context = {
      waitUntil: (work: Promise<unknown>) => after.push(work),
      passThroughOnException() {},
      props: {},
    }
    const answer = await app.fetch(request, this.#bindings, context)
    // A body may be read from the databases while it is sent.
    const whole = new Response(await answer.arrayBuffer(), answer)
    await Promise.all(after)
    return whole
  }

  /** The sessions opened since they were last asked for. */
  opened(): Opened[] {
    return this.#opened.splice(0)
  }

  taken(): Trip[] {
    return this.#made.splice(0)
  }

  #counted(to: Trip['to'], d1: D1Database): D1Database {
    const sqlOf = new WeakMap<object, string>()
    const counted = <Base extends D1Database | D1DatabaseSession>(base: Base): Base =>
      new Proxy(base, {
        get: (_, name) => {
          if (name === 'withSession')
            return (from: string) => {
              this.#opened.push({ to, from })
              return counted((base as D1Database).withSession(from))
            }
          if (name === 'prepare') return (sql: string) => noted(base.prepare(sql), sql)
          if (name !== 'batch') return ofBase(base, name)
          return (statements: D1PreparedStatement[]) => {
            this.#made.push({ to, statements: statements.map((each) => sqlOf.get(each) ?? '?') })
            return base.batch(statements)
          }
        },
      })
    const noted = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
      sqlOf.set(statement, sql)
      const { bind, all } = statement
      statement.bind = (...values) => noted(bind.apply(statement, values), sql)
      statement.all = <Row>() => {
        this.#made.push({ to, statements: [sql] })
        return all.apply(statement) as ReturnType<typeof statement.all<Row>>
      }
      return statement
    }
    return counted(d1)
  }
}

function ofBase(base: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(base, name)
  return typeof value === 'function' ? value.bind(base) : value
}
