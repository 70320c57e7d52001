/**
 * Whether a five-field cron expression (UTC, as in wrangler.toml) names the minute of `time`. Understands `*`, `*\/n`, numbers and
 * lists of numbers; throws on anything else rather than never firing.
 */
export function cronMatches(expression: string, time: Date): boolean {
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== 5) throw new Error(`Cron expression "${expression}" must have five fields`)
  const values = [
    time.getUTCMinutes(),
    time.getUTCHours(),
    time.getUTCDate(),
    time.getUTCMonth() + 1,
    time.getUTCDay(),
  ]
  return fields.every((field, position) => fieldMatches(field, values[position] ?? 0, expression))
}

function fieldMatches(field: string, value: number, expression: string): boolean {
  if (field === '*') return true
  const step = /^\*\/(\d+)$/.exec(field)
  if (step) return value % Number(step[1]) === 0
  if (/^\d+(,\d+)*$/.test(field)) return field.split(',').map(Number).includes(value)
  throw new Error(`Cron expression "${expression}" has a field that is not understood: ${field}`)
}

/**
 * Calls `fire` at the start of every minute with each expression that names it, which the platform would do in production.
 * Answers how to stop. A late or skipped minute (a sleeping laptop) is not made up for: what is due lives in the database.
 */
export function everyMinute(
  expressions: string[],
  fire: (expression: string, time: Date) => void,
): () => void {
  let timer: NodeJS.Timeout
  const wait = () => {
    const now = Date.now()
    const next = new Date(Math.floor(now / 60_000) * 60_000 + 60_000)
    timer = setTimeout(() => {
      for (const expression of expressions) if (cronMatches(expression, next)) fire(expression, next)
      wait()
    }, next.getTime() - now)
  }
  wait()
  return () => clearTimeout(timer)
}
