import { ComplaintSetting } from '../../../schema/api/complaints.ts'
import { putSetting, selectSetting } from '../../data/settings.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

const usual: ComplaintSetting = { open: false, hotline: null }

/** Whether the public can write to this county: not unless its office has said so. */
export async function complaintSetting({ db }: Pick<CountyContext, 'db'>): Promise<ComplaintSetting> {
  const [[set]] = await db.together(selectSetting(db, 'complaints'))
  return settingOf(set?.value)
}

export function settingOf(value: unknown): ComplaintSetting {
  const own = ComplaintSetting.safeParse(value)
  return own.success ? own.data : usual
}

/** Opens or closes the form; saying so twice changes nothing. */
export async function setComplaintSetting(
  context: CountyContext,
  setting: ComplaintSetting,
): Promise<ComplaintSetting> {
  const kept = { ...setting, hotline: setting.hotline || null }
  const { db } = context
  const [[before]] = await db.together(selectSetting(db, 'complaints'))
  if (canonicalJson(before?.value ?? null) === canonicalJson(kept)) return kept
  await db.write(
    putSetting(db, 'complaints', kept),
    record(context, 'complaint.set', 'complaints', { open: kept.open }),
  )
  return kept
}
