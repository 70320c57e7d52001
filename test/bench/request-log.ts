/** A line of the request log, as far as it tells what a request cost. */
export type Logged = {
  route: string
  method: string
  status: number
  trips: number
  statements: number
  rowsRead: number
  rowsWritten: number
}

/** Gathers the request log of a host; a line may come after the answer it is about. */
export function requestLog() {
  let lines: Logged[] = []
  let told = () => {}
  return {
    hear(message: string) {
      if (!message.startsWith('{')) return
      const line: Logged = JSON.parse(message)
      if (line.route === undefined) return
      lines.push(line)
      told()
    },
    forget() {
      lines = []
    },
    /** The next line, which may be there already; it is taken. */
    async next(): Promise<Logged> {
      for (;;) {
        const line = lines.shift()
        if (line) return line
        await new Promise<void>((heard) => (told = heard))
      }
    },
    /** The lines of writes to a route, as soon as there are so many. */
    async of(route: string, count: number): Promise<Logged[]> {
      const own = () => lines.filter((line) => line.route === route && line.method !== 'GET')
      while (own().length < count) await new Promise<void>((heard) => (told = heard))
      return own()
    },
  }
}
