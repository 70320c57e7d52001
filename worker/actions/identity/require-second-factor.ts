import type { SecondFactorRule } from '../../../schema/api/second-factor.ts'
import { setSecondFactorWanted } from '../../data/counties.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/**
 * Whether the county's administrators need a second factor. Who asks it of the others has one: nobody locks themselves
 * out. It holds from everybody's next request on. Errors: own_second_factor_first.
 */
export async function requireSecondFactor(
  context: CountyContext,
  required: boolean,
  own: boolean,
): Promise<SecondFactorRule> {
  const { control, county, db, now } = context
  if (required && !own) throw new Problem('own_second_factor_first')
  if (required !== county.secondFactorWanted) {
    await db.write(record(context, required ? 'county.second_factor' : 'county.no_second_factor', county.id))
    await control.run(setSecondFactorWanted(county.id, required ? now.toISOString() : null))
  }
  return { required }
}
