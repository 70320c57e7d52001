export const derived = {
  from_inspections: '由督查记录自动得出，不用填报。',
  from_rectifiedOnTime: '由问题台账自动得出：本期到期的问题按时整改的比例。',
  from_openOverdue: '由问题台账自动得出：本期末逾期未整改的问题数。',
  inspections: '已采用 {n} 次督查，{subjects} 个对象有得分。',
  subjects: '{subjects} 个对象有数。',
  late: '{n} 次督查在截止以后才收到，没有计入。',
  see: '看督查记录',
  behind: '得分来自这些督查',
  scored: '{day}，{score} 分',
  lateOne: '截止后收到，未计入',
} as const
