import type { Block, BulletinContent, DataBlock, DataKind } from '../../../schema/api/bulletin-content.ts'
import type { BulletinKind } from '../../../schema/api/bulletins.ts'
import type { Band } from '../../../schema/api/ranking.ts'
import { chineseNumber, daysInWords } from './words.ts'

/** What a first draft is made from. `ownerName` is the county's or township's name. */
export type Occasion = {
  kind: BulletinKind
  ownerName: string
  from: string
  to: string
  /** The published round it reports on. */
  round?: { board: string; no: number } | undefined
}

type Section = { heading: string; blocks: readonly DataBlock[] }

/** The sections of each kind in the order of a paper; examples and long tables show a few rows only. */
const issues: Section = {
  heading: '问题整改情况',
  blocks: [block('issue_figures'), block('issues_by_township')],
}
const late: Section = { heading: '超期未整改问题', blocks: [block('overdue_issues', { limit: 50 })] }
const again: Section = { heading: '“回头看”发现反弹问题', blocks: [block('relapses', { limit: 50 })] }
const examples: readonly Section[] = [
  { heading: '正面典型', blocks: [block('good_examples', { limit: 3 })] },
  { heading: '反面典型', blocks: [block('bad_examples', { limit: 3 })] },
]
const outreach: Section = { heading: '宣传发动情况', blocks: [block('outreach')] }
const missing: Section = { heading: '未按时报送情况', blocks: [block('missing_reports')] }
const ranking: readonly Section[] = [
  {
    heading: '排名情况',
    blocks: [
      block('bands_by_township'),
      block('standings', { band: 'green' }),
      block('standings', { band: 'red' }),
    ],
  },
  { heading: '连续上榜情况', blocks: [block('streaks', { limit: 50 })] },
  { heading: '提醒约谈情况', blocks: [block('interviews')] },
]
const sections: Readonly<Record<BulletinKind, readonly Section[]>> = {
  daily: [issues, late, again, ...examples, outreach, missing],
  weekly: [...ranking, issues, late, again, ...examples, outreach, missing],
  special: [issues, ...ranking, late, again, ...examples, outreach, missing],
}

/** The data blocks that a kind of bulletin may show, to be computed before its first draft is composed. */
export function candidateBlocks(kind: BulletinKind): DataBlock[] {
  return sections[kind].flatMap(({ blocks }) => blocks)
}

/** A first draft: a lead, then a numbered heading over the data blocks that have something to say. */
export function composeContent(occasion: Occasion, says: (block: DataBlock) => boolean): BulletinContent {
  const kept = sections[occasion.kind]
    .map(({ heading, blocks }) => ({ heading, blocks: blocks.filter(says) }))
    .filter(({ blocks }) => blocks.length > 0)
  const body = kept.flatMap(({ heading, blocks }, at): Block[] => [
    headingOf(`${chineseNumber(at + 1)}、${heading}`),
    ...blocks,
  ])
  const lead = kept.length === 0 ? `现将${daysInWords(occasion)}有关情况通报如下。` : leadOf(occasion)
  return { type: 'doc', content: [paragraph(lead), ...body] }
}

/** What a draft is called until somebody calls it something else. */
export function composeTitle({ kind, ownerName, from, to, round }: Occasion): string {
  if (kind === 'weekly' && round) return `${round.board}第${round.no}期情况通报`
  const name = { daily: '日通报', weekly: '周通报', special: '情况通报' }[kind]
  return `${ownerName}${name}（${daysInWords({ from, to })}）`
}

function leadOf({ from, to, round }: Occasion): string {
  const about = round ? `${round.board}第${round.no}期` : daysInWords({ from, to })
  return `现将${about}有关情况通报如下。`
}

function block(kind: DataKind, attrs: { band?: Band; limit?: number } = {}): DataBlock {
  const id = attrs.band ? `${kind}-${attrs.band}` : kind
  return { type: 'data', attrs: { id, kind, ...attrs } }
}

function headingOf(text: string): Block {
  return { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text }] }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}
