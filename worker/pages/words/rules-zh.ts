import type { Cadence } from '../../../schema/api/boards.ts'
import type {
  ConsequenceKind,
  DerivedFrom,
  Method,
  Post,
  SourceKind,
  SourceScope,
} from '../../../schema/api/ranking.ts'

const weekdayNames = {
  monday: '周一',
  tuesday: '周二',
  wednesday: '周三',
  thursday: '周四',
  friday: '周五',
  saturday: '周六',
  sunday: '周日',
}

/** A board's rules in plain words. */
export const rulesZh = {
  title: '名次是怎么来的',
  lead: (county: string) =>
    `${county}公开的每个榜按下面的规则排名。规则对所有村一样，先定后排；改规则只影响以后的各期。`,
  steps: [
    '报送：各来源在截止前报数，由系统按下面的规则合成。',
    '截止后先给村里看，村和乡镇可以提出异议，由县里裁定。',
    '公布的每一期都连同全部报送一起封存，写明指纹（SHA-256）；要更正只能再出一版，并标明“已更正”。',
    '约谈等由系统按规则提出，是否执行由人决定。',
  ],
  when: '什么时候',
  cadence: (cadence: Cadence) =>
    cadence.every === 'day'
      ? `每天一期，${cadence.closesAt} 截止。`
      : cadence.every === 'week'
        ? `每周一期，${weekdayNames[cadence.closesOn]} ${cadence.closesAt} 截止。`
        : `每月一期，${cadence.closesOn} 日 ${cadence.closesAt} 截止（当月没有这一天的，为最后一天）。`,
  sources: '看哪几方面',
  sourceColumns: { source: '来源', how: '怎么比', weight: '权重' },
  kind: {
    rank: '报名次，第 1 名最好',
    score: '打分，分高的在前',
    count: '数问题，少的在前',
  } satisfies Record<SourceKind, string>,
  scope: {
    county: '全县一起比',
    township: '只在本乡镇里比',
    rater: '只在同一组评的村里比',
  } satisfies Record<SourceScope, string>,
  derived: {
    inspections: '取本期督查打分的平均数',
    rectifiedOnTime: '取本期到期问题按时整改的百分比',
    openOverdue: '取期末逾期没有整改的问题数',
  } satisfies Record<DerivedFrom, string>,
  exposed: '按覆盖的户数或面积折算',
  required: '必须报齐',
  onlyTies: '只用来分先后',
  merge: '怎样合成',
  method: {
    percentile: '每个来源里的位置先换算成从最好到最差的相对位置，再按权重平均，所以名单长短不一也能比。',
    rank_sum: '各来源的名次按权重相加，和小的在前。',
  } satisfies Record<Method, string>,
  minSources: (n: number) => `至少有 ${n} 个来源的数才有名次；不够的村这一期不排，也没有颜色。`,
  tie: (sources: string) => `合成后相同的，再看${sources}；还相同就并列。`,
  noTie: '合成后相同的并列。',
  quoted: (source: string) => `“${source}”`,
  bands: '怎样分颜色',
  greenTop: (n: number) => `前 ${n} 名是绿色。`,
  greenPercent: (n: number) => `前 ${n}% 是绿色。`,
  redBottom: (n: number) => `后 ${n} 名是红色。`,
  redPercent: (n: number) => `后 ${n}% 是红色。`,
  otherwise: '其余是黄色。并列处不切开：并列的村颜色相同。',
  greenAtLeast: (source: string, n: number) => `绿色的村，“${source}”还要达到 ${n} 分，达不到的为黄色。`,
  redBelow: (source: string, n: number) => `“${source}”达到 ${n} 分的村不列红色，改为黄色。`,
  consequences: '以后会怎样',
  noConsequences: '这个榜只排名，不附带约谈等事项。',
  consequence: (when: string, what: string, whom: string, days: number) =>
    `${when}：${what}${whom}${days > 0 ? `，${days} 天内办完` : ''}。`,
  whom: (posts: string) => posts,
  inBand: (band: string, streak: number) => (streak > 1 ? `连续 ${streak} 期${band}色` : `${band}色`),
  kindOf: {
    reminder: '提醒',
    notice: '通报',
    interview: '约谈',
    commend: '表扬',
  } satisfies Record<ConsequenceKind, string>,
  post: {
    village_lead: '包村领导',
    deputy_lead: '乡镇分管领导',
    top_lead: '乡镇主要领导',
    village_head: '村主要负责人',
    first_secretary: '驻村第一书记',
    village_cadre: '挂村干部',
    helping_department: '县级帮扶部门',
  } satisfies Record<Post, string>,
  shownHere: '公开到什么程度',
  shows: {
    bands: '这个榜公开颜色，不公开名次和得分。',
    ranks: '这个榜公开颜色和名次，不公开得分。',
    scores: '这个榜公开颜色、名次和得分。',
    explanations: '这个榜公开颜色、名次、得分，每个村的页面上还写明为什么。',
  },
}
export type RulesWords = typeof rulesZh
