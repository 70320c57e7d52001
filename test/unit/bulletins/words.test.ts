import { describe, expect, test } from 'vitest'
import type { Block, DataBlock, DataValues } from '../../../schema/api/bulletin-content.ts'
import { candidateBlocks, composeContent, composeTitle } from '../../../worker/domain/bulletins/compose.ts'
import { contentFaults } from '../../../worker/domain/bulletins/content.ts'
import { chatText } from '../../../worker/domain/bulletins/plain-text.ts'
import { dailyDue, daysOfRound, draftingTime } from '../../../worker/domain/bulletins/timetable.ts'
import { chineseNumber, dayInWords, daysInWords, shortDay } from '../../../worker/domain/bulletins/words.ts'
import { calendarOf } from '../../../worker/domain/calendar/calendar.ts'

const text = (words: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })

test('days are written in Arabic digits without zeros, and headings counted in Chinese numerals', () => {
  expect(dayInWords('2026-03-06')).toBe('2026年3月6日')
  expect(daysInWords({ from: '2026-03-02', to: '2026-03-08' })).toBe('2026年3月2日至8日')
  expect(daysInWords({ from: '2026-03-30', to: '2026-04-05' })).toBe('2026年3月30日至4月5日')
  expect(daysInWords({ from: '2025-12-29', to: '2026-01-04' })).toBe('2025年12月29日至2026年1月4日')
  // 23:30 in UTC is the next day in Shanghai.
  expect(shortDay('2026-03-05T23:30:00.000Z')).toBe('3月6日')
  expect([1, 10, 11, 20, 35].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '三十五'])
})

describe('a first draft', () => {
  const occasion = { kind: 'weekly' as const, ownerName: '景泰县', from: '2026-03-02', to: '2026-03-06' }

  test('numbers the sections that have something to say, and leaves the others out', () => {
    const says = ({ attrs }: DataBlock) => ['standings-red', 'good_examples'].includes(attrs.id)
    const { content } = composeContent({ ...occasion, round: { board: '三色榜', no: 12 } }, says)
    const headings = content.flatMap((node) => (node.type === 'heading' ? node.content : []))
    expect(headings).toMatchObject([{ text: '一、排名情况' }, { text: '二、正面典型' }])
    expect(content.flatMap((node) => (node.type === 'data' ? [node.attrs.id] : []))).toEqual([
      'standings-red',
      'good_examples',
    ])
  })

  test('is called after its round or its days, and is sound as it stands', () => {
    expect(composeTitle({ ...occasion, round: { board: '三色榜', no: 12 } })).toBe('三色榜第12期情况通报')
    expect(composeTitle({ ...occasion, kind: 'daily', to: occasion.from })).toBe(
      '景泰县日通报（2026年3月2日）',
    )
    for (const kind of ['daily', 'weekly', 'special'] as const) {
      expect(contentFaults(composeContent({ ...occasion, kind }, () => true))).toEqual([])
      expect(candidateBlocks(kind).length).toBeGreaterThan(5)
    }
  })
})

describe('the timetable', () => {
  const calendar = calendarOf([{ day: '2026-11-18', kind: 'holiday', name: '县庆' }])
  const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)

  test('drafts at 18:00 of working days, and makes up for it within the night', () => {
    expect(draftingTime('2026-11-16')).toBe(at('2026-11-16', '18:00'))
    expect(dailyDue(calendar, at('2026-11-16', '17:59'))).toEqual({
      day: undefined,
      next: at('2026-11-16', '18:00'),
    })
    expect(dailyDue(calendar, at('2026-11-16', '18:00'))).toEqual({
      day: '2026-11-16',
      next: at('2026-11-17', '18:00'),
    })
    expect(dailyDue(calendar, at('2026-11-17', '05:59')).day).toBe('2026-11-16')
    expect(dailyDue(calendar, at('2026-11-17', '06:00')).day).toBeUndefined()
  })

  test('skips weekends and the county’s own holidays', () => {
    expect(dailyDue(calendar, at('2026-11-17', '19:00')).next).toBe(at('2026-11-19', '18:00'))
    expect(dailyDue(calendar, at('2026-11-18', '18:30')).day).toBeUndefined()
    expect(dailyDue(calendar, at('2026-11-20', '18:30')).next).toBe(at('2026-11-23', '18:00'))
  })

  test('counts a day to the round that most of it lies in', () => {
    const week = { opensAt: '2026-11-13T10:00:00.000Z', closesAt: '2026-11-20T10:00:00.000Z' }
    expect(daysOfRound(week)).toEqual({ from: '2026-11-14', to: '2026-11-20' })
    const short = { opensAt: '2026-11-20T01:00:00.000Z', closesAt: '2026-11-20T10:00:00.000Z' }
    expect(daysOfRound(short)).toEqual({ from: '2026-11-20', to: '2026-11-20' })
  })
})

describe('a message for a chat group', () => {
  const about = {
    county: '景泰县',
    title: '通报',
    number: '第12期',
    link: 'https://example.org/c/620423/bulletins/1',
  }
  const table: DataValues = {
    t: {
      form: 'table',
      caption: '清单',
      columns: [
        { label: '编号', numeric: true },
        { label: '问题', numeric: false },
      ],
      rows: Array.from({ length: 30 }, (_, i) => [String(i + 1), '路边堆料']),
    },
  }

  test('says it in plain text with the link at the end', () => {
    const content = [
      text('现通报如下。'),
      { type: 'data' as const, attrs: { id: 't', kind: 'overdue_issues' as const } },
    ]
    const said = chatText(about, { type: 'doc', content }, table)
    expect(said.startsWith('【景泰县】通报（第12期）\n\n现通报如下。\n清单：\n编号｜问题\n1｜路边堆料')).toBe(
      true,
    )
    expect(said).toContain('……另有20行，见全文')
    expect(said.endsWith(`全文：${about.link}`)).toBe(true)
  })

  test('ends with the link within 2,000 characters however long it is', () => {
    for (const words of ['长'.repeat(5000), '一行\n'.repeat(2000)]) {
      const said = chatText(about, { type: 'doc', content: [text(words), text(words)] }, {})
      expect(said.length).toBeLessThanOrEqual(2000)
      expect(said.endsWith(`……\n\n全文：${about.link}`)).toBe(true)
    }
  })
})
