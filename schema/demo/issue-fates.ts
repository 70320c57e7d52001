import type { IssueSource, IssueStep } from '../api/issues.ts'

/** Who does something in the demo's ledger. */
export type Who = 'office' | 'village' | 'inspector' | 'drone'
/** What becomes of an issue: so many hours after it was found, who takes which step. */
export type Fate = readonly (readonly [after: number, who: Who, step: IssueStep])[]

type Found = { category: string; source: IssueSource; by: Who; text: string; location: string }

/** What is found, by whom and where. */
export const findings: readonly Found[] = [
  {
    category: 'pile-waste',
    source: 'inspection',
    by: 'inspector',
    text: '积存垃圾一堆未清运',
    location: '村口桥头',
  },
  {
    category: 'disorder-stacking',
    source: 'drone',
    by: 'drone',
    text: '房前屋后柴草、杂物乱堆',
    location: '二组东侧',
  },
  {
    category: 'pile-straw',
    source: 'self_check',
    by: 'village',
    text: '秸秆堆放占道',
    location: '文化广场北路',
  },
  {
    category: 'sewage',
    source: 'complaint',
    by: 'office',
    text: '生活污水直排入渠，有异味',
    location: '灌渠三斗口',
  },
  {
    category: 'disorder-posters',
    source: 'inspection',
    by: 'inspector',
    text: '墙面小广告未清理',
    location: '卫生室外墙',
  },
  {
    category: 'toilets',
    source: 'superior',
    by: 'office',
    text: '公厕冲水设施损坏',
    location: '村委会旁公厕',
  },
  {
    category: 'route-waste',
    source: 'drone',
    by: 'drone',
    text: '公路沿线散落塑料膜',
    location: '县道十二公里处',
  },
  {
    category: 'disorder-parking',
    source: 'self_check',
    by: 'village',
    text: '农机具占用主干道停放',
    location: '主街南段',
  },
  {
    category: 'route-ditch',
    source: 'inspection',
    by: 'inspector',
    text: '边沟淤堵，雨后积水',
    location: '通村路弯道',
  },
  {
    category: 'appearance',
    source: 'inspection',
    by: 'inspector',
    text: '残垣断壁未拆除',
    location: '老学校后院',
  },
  {
    category: 'market-frontage',
    source: 'complaint',
    by: 'office',
    text: '商户出店经营',
    location: '集市入口',
  },
  {
    category: 'route-potholes',
    source: 'inspection',
    by: 'inspector',
    text: '路面坑洼，影响通行',
    location: '桥头南侧',
  },
]

const rectified: IssueStep = { kind: 'rectified', note: '已清理到位', measure: '组织人员清运，落实专人看管' }
const closed: IssueStep = { kind: 'closed', note: '现场核验合格' }

/** Most go well; some late, some not at the first go, some come back. */
export const fates: readonly Fate[] = [
  [
    [1, 'village', { kind: 'started' }],
    [4, 'village', rectified],
    [27, 'inspector', closed],
  ],
  [
    [3, 'village', rectified],
    [22, 'inspector', closed],
  ],
  [
    [70, 'village', rectified],
    [95, 'inspector', closed],
  ],
  [
    [2, 'village', rectified],
    [20, 'inspector', { kind: 'returned', note: '边角仍有残留，请再清理' }],
    [30, 'village', rectified],
    [50, 'inspector', closed],
  ],
  [
    [5, 'village', rectified],
    [25, 'inspector', closed],
    [210, 'inspector', { kind: 'revisited', good: false, note: '回头看时又有堆放' }],
    [240, 'village', rectified],
    [270, 'inspector', closed],
  ],
  [
    [2, 'village', { kind: 'deferral_asked', note: '需要调用机械，申请延期' }],
    [6, 'office', { kind: 'deferred', note: '同意' }],
    [60, 'village', rectified],
    [80, 'inspector', closed],
  ],
  [[8, 'office', { kind: 'rejected', note: '经核实为施工临时堆放，已有围挡' }]],
  [[30, 'village', { kind: 'started' }]],
]
