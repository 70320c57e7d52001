/** What stands where a name has been erased, in a column that must say something. */
export const erasedName = '—'

/** How a member whose name is erased is called; what they did stays theirs by id. */
export const erasedMember = { zh: '已删除的成员', en: 'erased member' } as const
