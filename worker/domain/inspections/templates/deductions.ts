import type { SheetTemplate } from '../../../../schema/api/scoring-sheets.ts'

/** Sheets of a hundred points with deductions per finding. */
export const deductionTemplates: readonly SheetTemplate[] = [
  {
    key: 'village-100',
    name: '村庄人居环境检查表',
    about: '一百分，按处扣分，每项扣完为止。村庄人居环境督查用。',
    subject: 'village',
    method: 'deductions',
    items: [
      {
        key: 'waste',
        name: '生活垃圾',
        max: 25,
        deductions: [
          { key: 'd1', name: '散落垃圾，每处', points: 0.5 },
          { key: 'd2', name: '积存垃圾，每堆', points: 2 },
          { key: 'd3', name: '露天焚烧，每处', points: 3 },
        ],
      },
      {
        key: 'piles',
        name: '三堆六乱',
        max: 20,
        deductions: [
          { key: 'd1', name: '乱堆乱放等，每处', points: 1 },
          { key: 'd2', name: '主干道旁，每处', points: 2 },
        ],
      },
      {
        key: 'toilet',
        name: '厕所',
        max: 15,
        deductions: [
          { key: 'd1', name: '抽查户厕不能正常使用，每户', points: 2 },
          { key: 'd2', name: '公厕脏污或无故关闭，每处', points: 1 },
        ],
      },
      {
        key: 'sewage',
        name: '污水沟塘',
        max: 15,
        deductions: [
          { key: 'd1', name: '直排、黑臭，每处', points: 2 },
          { key: 'd2', name: '水面漂浮物，每处', points: 1 },
        ],
      },
      {
        key: 'look',
        name: '村容村貌',
        max: 10,
        deductions: [{ key: 'd1', name: '残垣断壁、乱贴乱画、杂草，每处', points: 0.5 }],
      },
      {
        key: 'farm',
        name: '农业废弃物',
        max: 5,
        deductions: [
          { key: 'd1', name: '农膜、药瓶，每处', points: 0.5 },
          { key: 'd2', name: '病死畜禽，每处', points: 3 },
        ],
      },
      {
        key: 'care',
        name: '长效管护',
        max: 10,
        deductions: [
          { key: 'd1', name: '无保洁台账', points: 3 },
          { key: 'd2', name: '未按期评比', points: 4 },
          { key: 'd3', name: '未公示', points: 3 },
        ],
      },
    ],
  },
  {
    key: 'household-100',
    name: '农户人居环境评比表',
    about: '农户评比用，室内自愿入户，不入户的不计分。',
    subject: 'household',
    method: 'deductions',
    items: [
      {
        key: 'yard',
        name: '庭院',
        max: 20,
        deductions: [{ key: 'd1', name: '每处', points: 2 }],
      },
      {
        key: 'indoor',
        name: '室内（自愿入户）',
        max: 20,
        optional: true,
        deductions: [{ key: 'd1', name: '每处', points: 2 }],
      },
      {
        key: 'kitchen',
        name: '厨厕',
        max: 20,
        deductions: [{ key: 'd1', name: '每处', points: 3 }],
      },
      {
        key: 'frontage',
        name: '房前屋后（门前三包）',
        max: 25,
        deductions: [{ key: 'd1', name: '每处', points: 3 }],
      },
      {
        key: 'sorting',
        name: '垃圾投放',
        max: 15,
        deductions: [{ key: 'd1', name: '乱倒，每次', points: 5 }],
      },
    ],
  },
  {
    key: 'market-100',
    name: '文明商户评选表',
    about: '文明商户评选用。',
    subject: 'merchant',
    method: 'deductions',
    items: [
      {
        key: 'frontage',
        name: '门前三包、不出店经营',
        max: 30,
        deductions: [{ key: 'd1', name: '每处', points: 5 }],
      },
      {
        key: 'hygiene',
        name: '店内卫生与消杀',
        max: 30,
        deductions: [{ key: 'd1', name: '每处', points: 3 }],
      },
      {
        key: 'honest',
        name: '诚信经营（公平秤、明码标价）',
        max: 25,
        deductions: [{ key: 'd1', name: '每次', points: 10 }],
      },
      {
        key: 'complaint',
        name: '投诉处理',
        max: 15,
        deductions: [{ key: 'd1', name: '属实未按期处理，每件', points: 5 }],
      },
    ],
  },
  {
    key: 'drone-photos',
    name: '无人机巡查表',
    about: '按航拍照片逐处扣分。看不到的不扣。',
    subject: 'village',
    method: 'deductions',
    items: [
      {
        key: 'dumps',
        name: '垃圾堆放点',
        max: 40,
        deductions: [
          { key: 'd1', name: '积存垃圾，每处', points: 4 },
          { key: 'd2', name: '河道沟渠垃圾，每处', points: 5 },
        ],
      },
      {
        key: 'roofs',
        name: '屋顶与院外',
        max: 20,
        deductions: [
          { key: 'd1', name: '屋顶堆放杂物，每处', points: 1 },
          { key: 'd2', name: '院外乱堆柴草，每处', points: 1 },
        ],
      },
      {
        key: 'ruins',
        name: '残垣断壁',
        max: 20,
        deductions: [{ key: 'd1', name: '残垣断壁、废弃棚圈，每处', points: 2 }],
      },
      {
        key: 'water',
        name: '沟塘水面',
        max: 20,
        deductions: [{ key: 'd1', name: '水面漂浮物、黑臭，每处', points: 4 }],
      },
    ],
  },
]
