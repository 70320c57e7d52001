/**
 * Published prices in US dollars, beyond what the Workers Paid plan (5 dollars a month) includes; read on 2026-11-22:
 * https://developers.cloudflare.com/workers/platform/pricing/
 * https://developers.cloudflare.com/d1/platform/pricing/
 * https://developers.cloudflare.com/r2/pricing/
 * https://developers.cloudflare.com/queues/platform/pricing/
 */
export const plan = 5

/** What is counted in a month. Storage is in GB, CPU time in milliseconds, the rest by the piece. */
export type Usage = {
  requests: number
  cpu: number
  rowsRead: number
  rowsWritten: number
  databaseStorage: number
  queueOperations: number
  fileStorage: number
  fileWrites: number
  fileReads: number
}

/** `price` for each `per` beyond `included`. */
export const prices: Record<keyof Usage, { name: string; included: number; per: number; price: number }> = {
  requests: { name: 'Workers requests', included: 10e6, per: 1e6, price: 0.3 },
  cpu: { name: 'Workers CPU ms', included: 30e6, per: 1e6, price: 0.02 },
  rowsRead: { name: 'D1 rows read', included: 25e9, per: 1e6, price: 0.001 },
  rowsWritten: { name: 'D1 rows written', included: 50e6, per: 1e6, price: 1 },
  databaseStorage: { name: 'D1 storage GB', included: 5, per: 1, price: 0.75 },
  queueOperations: { name: 'Queues operations', included: 1e6, per: 1e6, price: 0.4 },
  fileStorage: { name: 'R2 storage GB', included: 10, per: 1, price: 0.015 },
  fileWrites: { name: 'R2 class A', included: 1e6, per: 1e6, price: 4.5 },
  fileReads: { name: 'R2 class B', included: 10e6, per: 1e6, price: 0.36 },
}

export type BillLine = { name: string; used: number; dollars: number }

/** The month's bill for a usage, line by line. */
export function billOf(usage: Usage): BillLine[] {
  const kinds = Object.keys(prices) as (keyof Usage)[]
  const lines = kinds.map((kind) => {
    const { name, included, per, price } = prices[kind]
    return { name, used: usage[kind], dollars: (Math.max(0, usage[kind] - included) / per) * price }
  })
  return [{ name: 'Workers Paid', used: 1, dollars: plan }, ...lines]
}
