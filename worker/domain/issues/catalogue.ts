import type { CategoryGroup, Deadline, EscalationStep, NewCategory } from '../../../schema/api/issues.ts'

const sameDay: Deadline = { unit: 'same_day' }
const inDays = (amount: number): Deadline => ({ unit: 'days', amount })
const atWork = (amount: number): Deadline => ({ unit: 'working_days', amount })

/** First whoever looks after the village, a day later the township's deputy, two days after that its leader. */
export const usualEscalation: EscalationStep[] = [
  { afterHours: 0, post: 'village_lead' },
  { afterHours: 24, post: 'deputy_lead' },
  { afterHours: 72, post: 'top_lead' },
]

type Shipped = NewCategory & { id: string }

function ofGroup(
  group: CategoryGroup,
  ...rows: readonly [id: string, name: string, severity: 1 | 2 | 3, deadline: Deadline][]
): Shipped[] {
  return rows.map(([id, name, severity, deadline]) => ({
    ...{ id, name, group, severity, deadline, post: 'village_head', escalation: usualEscalation },
  }))
}

/**
 * The catalogue a county starts from: three piles and six disorders, the four pillars of a village's living
 * environment, what is seen along roads, and markets. Everything in it can be changed and retired.
 */
export const shippedCatalogue: readonly Shipped[] = [
  ...ofGroup(
    'piles_disorders',
    ['pile-dung', '粪堆', 2, sameDay],
    ['pile-waste', '垃圾堆', 2, sameDay],
    ['pile-straw', '柴草堆', 1, inDays(2)],
    ['disorder-building', '乱搭乱建', 3, atWork(10)],
    ['disorder-stacking', '乱堆乱放', 1, sameDay],
    ['disorder-dumping', '乱扔乱倒', 2, sameDay],
    ['disorder-posters', '乱贴乱画', 1, inDays(2)],
    ['disorder-wires', '乱拉乱挂', 2, atWork(5)],
    ['disorder-parking', '乱停乱放', 1, sameDay],
  ),
  ...ofGroup(
    'pillars',
    ['waste-collection', '生活垃圾清运不及时', 2, inDays(1)],
    ['sewage', '污水直排、黑臭水体', 3, atWork(10)],
    ['toilets', '厕所不能正常使用', 2, atWork(5)],
    ['appearance', '残垣断壁、村容村貌', 1, atWork(10)],
  ),
  ...ofGroup(
    'routes',
    ['route-waste', '沿途可视范围垃圾', 2, sameDay],
    ['route-ditch', '边沟、水渠淤堵', 2, inDays(3)],
    ['route-fence', '工地围挡破损', 1, atWork(3)],
  ),
  {
    ...{ id: 'route-potholes', name: '道路坑洼', group: 'routes', severity: 3 },
    ...{ deadline: atWork(3), post: 'village_head', escalation: usualEscalation },
    plan: {
      steps: ['设置警示标志，必要时封闭半幅路面', '联系养护单位临时填补', '排查前后路段有无同样隐患'],
      ...{ contacts: [], posts: ['village_lead', 'deputy_lead'] },
    },
  },
  ...ofGroup(
    'markets',
    ['market-frontage', '出店经营、门前三包不落实', 1, sameDay],
    ['market-hygiene', '市场卫生与消杀', 2, inDays(1)],
    ['market-toilet', '市场公厕脏污', 2, sameDay],
  ),
  {
    ...{ id: 'market-on-road', name: '以路为市', group: 'markets', severity: 3 },
    ...{ deadline: sameDay, post: 'deputy_lead', escalation: usualEscalation },
    plan: {
      steps: ['到场疏导，引导进入市场经营', '通知交警维持交通', '当天回看，防止回潮'],
      ...{ contacts: [], posts: ['village_lead', 'deputy_lead'] },
    },
  },
]
