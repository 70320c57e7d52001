import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { RosterEntry, RoundDetail } from '../../../schema/api/boards.ts'
import type { Entry } from '../../../schema/api/ranking.ts'
import { repository } from '../../../worker/local/paths.ts'
import { ask } from '../console.ts'

export const county = '/counties/620423'

export const townships = [
  ...['一条山镇', '芦阳镇', '上沙沃镇', '喜泉镇', '草窝滩镇', '红水镇'],
  ...['中泉镇', '正路镇', '寺滩乡', '五佛乡', '漫水滩乡'],
]

/** The villages of 芦阳镇 in the order its own sheet ranks them: 城北村 is last. */
export const luyang = [
  ...['芦阳村', '西林村', '红光村', '东关村', '芳草村', '条山村', '石城村'],
  ...['城关村', '寺梁村', '响水村', '席滩村', '十里沙河村', '城北村'],
]

/** The sheet of 芦阳镇 as a township sends it: title rows, stray spaces, full-width digits, 第5名, a sum. */
export function messySheet(): Uint8Array {
  return readFileSync(join(repository, 'test/cases/sheets/township-luyang-messy.xlsx'))
}

export function detailOf(page: Page, round: string): Promise<RoundDetail> {
  return ask(page, 'GET', `${county}/rounds/${round}`)
}

/** A township's villages as good in every source as they stand in the list, 芦阳镇's in the order of its sheet. */
export function bestFirst({ roster }: RoundDetail, township: string): RosterEntry[] {
  const own = roster.filter(({ townshipName }) => townshipName === township)
  const place = ({ name }: RosterEntry) => luyang.findIndex((village) => name.startsWith(village))
  return township === '芦阳镇' ? own.sort((a, b) => place(a) - place(b)) : own
}

export const values = {
  township: (villages: RosterEntry[]): Entry[] =>
    villages.map(({ id }, at) => ({ subject: id, value: at + 1 })),
  inspection: (villages: RosterEntry[]): Entry[] =>
    villages.map(({ id }, at) => ({ subject: id, value: 98 - 3 * at })),
  /** So many problems for a hundred households as the village stands far down its township's list. */
  drone: (villages: RosterEntry[]): Entry[] =>
    villages.map(({ id }, at) => ({
      subject: id,
      value: Math.round((100 * (at + 0.5)) / villages.length),
      exposure: 100,
    })),
}

type Unit = { id: string; name: string; covers: string[] }

/** Sends what has not been sent yet, as the office may on anybody's behalf. Answers how many reports that were. */
export async function sendTheRest(page: Page, id: string): Promise<number> {
  const round = await detailOf(page, id)
  const units = (await ask<{ items: Unit[] }>(page, 'GET', `${county}/units?limit=100`)).items
  const { sources } = await ask<{
    sources: { source: string; reporters: { reporter: string; state: string }[] }[]
  }>(page, 'GET', `${county}/rounds/${id}/reports`)
  let sent = 0
  const send = async (source: string, reporter: string, entries: Entry[]) => {
    const reporters = sources.find((one) => one.source === source)?.reporters ?? []
    if (reporters.some((one) => one.reporter === reporter && one.state === 'reported')) return
    await ask(page, 'PUT', `${county}/rounds/${id}/reports/${source}/${reporter}`, { entries })
    sent += 1
  }
  const problems: Entry[] = []
  for (const township of townships) {
    const villages = bestFirst(round, township)
    const [first] = villages
    const group = units.find(({ name }) => name === `${township}包抓组`)
    if (!first || !group) throw new Error(`nobody reports on ${township}`)
    await send('township', first.township, values.township(villages))
    await send('inspection', group.id, values.inspection(villages))
    problems.push(...values.drone(villages))
  }
  const drone = units.find(({ name }) => name === '无人机巡查组')
  if (drone) await send('drone', drone.id, problems)
  return sent
}
