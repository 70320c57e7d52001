import type { ComplaintSetting } from '../../../schema/api/complaints.ts'

export type Township = { id: string; name: string; villages: { id: string; name: string }[] }

/** What a county's form offers to choose from. */
export type Offered = {
  setting: ComplaintSetting
  categories: { id: string; name: string }[]
  townships: Township[]
}
