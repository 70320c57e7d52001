import { type Cell, compact } from './cell.ts'
import { headingText, nameColumn } from './headings.ts'

/** Why a row is no village: what stands around a table on a real sheet. */
export type Furniture =
  | 'title'
  | 'empty'
  | 'header'
  | 'total'
  | 'signature'
  | 'note'
  | 'group'
  | 'no_value'
  | 'left_out'

const TOTAL =
  /^(?:合计|小计|总计|共计|汇总|总和|平均|平均分|平均值|均分|最高分|最低分|total|average)(?=$|[:(\d])|(?:合计|小计|总计)$/iu
const SIGNATURE =
  /^(?:填报|填表|制表|审核|审批|复核|报送|统计|检查|督查|分管领导|主管领导|主要领导|单位负责人|负责人|联系人|联系电话|签字|签名|盖章|日期)(?:人|单位|日期|时间|人员|组长|电话|签字|签名)?(?:\([^)]*\))?:/u
const SIGNATURE_ALONE =
  /^(?:填报人|填表人|制表人|制表|审核人|复核人|审批人|负责人签字|签字|盖章|填报单位|填报日期|填报时间)$/u
const NOTE = /^(?:注|备注|说明|填表说明|填报说明|附注|注意|提示)(?:事项)?[:.、]|^[*※]/u
const LONGEST_NAME = 40

/** What a row is, told by its first filled cell and its name cell; null where it may be a village. */
export function furnitureIn(row: readonly Cell[], name: Cell | undefined): Furniture | null {
  const first = compact(row.find((cell) => compact(cell) !== ''))
  if (first === '') return 'empty'
  for (const text of [first, compact(name)]) {
    if (TOTAL.test(text)) return 'total'
    if (SIGNATURE.test(text) || SIGNATURE_ALONE.test(text)) return 'signature'
    if (NOTE.test(text) || text.length > LONGEST_NAME) return 'note'
  }
  return nameColumn.exact.includes(headingText(name ?? null)) ? 'header' : null
}
