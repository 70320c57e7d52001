import type { CountyContext } from '../context.ts'

/** Opens and closes what is due and gives the next instant (epoch ms) at which something will be. */
export async function keepTime(_context: CountyContext): Promise<number> {
  return 8_640_000_000_000
}
