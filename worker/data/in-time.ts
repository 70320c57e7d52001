import { Unavailable } from '../problems/unavailable.ts'

/** Milliseconds after which a database counts as away; D1 itself gives up on a query after as long. */
export const patience = 30_000

/**
 * What a database answers. Errors: its complaints about the statement as they are (a constraint, a precondition, bad
 * SQL); Unavailable where it fails for reasons of its own or is silent.
 */
export async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience)
  })
  try {
    return await Promise.race([asked, silence])
  } catch (error) {
    throw error instanceof Error && ofStatement.test(error.message) ? error : new Unavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

/** SQLite's codes for what is wrong with a statement or its values; the others (I/O, full, busy …) are the database's own. */
const ofStatement =
  /SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG|AUTH|MISUSE)|D1_TYPE_ERROR|parameter bindings/
