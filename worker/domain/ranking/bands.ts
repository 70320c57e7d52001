import type { Band, Bands, GreenSide, RedSide } from '../../../schema/api/ranking.ts'
import { decimal } from './decimal.ts'
import type { Order } from './order.ts'

/** How many places each side has among `ranked` subjects, and whether they had to be scaled down to fit. */
export interface Quota {
  green: number
  red: number
  clamped: boolean
}

/** A side that is absent has no places. Sides that overlap are scaled, so there is no cliff at their sum. */
export function quota(bands: Bands, ranked: number): Quota {
  const green = bands.green ? places(bands.green, ranked) : 0
  const red = bands.red ? places(bands.red, ranked) : 0
  if (green + red <= ranked) return { green, red, clamped: false }
  const scaled = (side: number) => Number((BigInt(ranked) * BigInt(side)) / BigInt(green + red))
  return { green: scaled(green), red: scaled(red), clamped: true }
}

/** `percent: q` is `floor(N × q / 100)`, with `q` read as the decimal it is written as. */
function places(side: GreenSide | RedSide, ranked: number): number {
  if ('top' in side) return side.top
  if ('bottom' in side) return side.bottom
  const { digits, exponent } = decimal(side.percent)
  const shift = exponent - 2
  const product = BigInt(ranked) * digits
  return Number(shift < 0 ? product / 10n ** BigInt(-shift) : product * 10n ** BigInt(shift))
}

/** The band by rank alone, before guards. A tie at a cut-off is never split; one reaching across both is yellow. */
export function bandByRank({ rank, reverse }: Order, { green, red }: Quota, subject: number): Band {
  const isGreen = (rank[subject] as number) <= green
  const isRed = (reverse[subject] as number) <= red
  if (isGreen === isRed) return 'yellow'
  return isGreen ? 'green' : 'red'
}
