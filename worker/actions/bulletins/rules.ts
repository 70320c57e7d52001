import { BulletinRules } from '../../../schema/api/bulletins.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { putSetting, selectSetting } from '../../data/settings.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireCan } from '../require.ts'

/** Until a county says otherwise: a draft where a round is published, none for every day. */
const usual: BulletinRules = { daily: 'off', weekly: 'draft' }

/** Which bulletins the clock drafts. One round trip. */
export async function bulletinRules(db: CountyDb): Promise<BulletinRules> {
  const [[set]] = await db.together(selectSetting(db, 'bulletins'))
  return rulesFrom(set)
}

/** The rules from the setting's row, if there is one. */
export function rulesFrom(set: { value: unknown } | undefined): BulletinRules {
  const read = BulletinRules.safeParse(set?.value)
  return read.success ? read.data : usual
}

/** Says which bulletins the clock drafts. Errors: forbidden (the county's office alone decides). */
export async function setBulletinRules(context: CountyContext, rules: BulletinRules): Promise<BulletinRules> {
  requireCan(context.member, 'bulletin.write', {})
  await withNudge(context, () =>
    context.db.write(
      putSetting(context.db, 'bulletins', rules),
      record(context, 'bulletin.rule', 'bulletins', rules),
    ),
  )
  return rules
}
