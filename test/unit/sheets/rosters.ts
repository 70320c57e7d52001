import { readFileSync } from 'node:fs'
import type { RosterSubject } from '../../../worker/domain/sheets/roster.ts'

const jingtaiTownships: Record<string, string> = {
  '620423100': '一条山镇',
  '620423101': '芦阳镇',
  '620423102': '上沙沃镇',
  '620423103': '喜泉镇',
  '620423104': '草窝滩镇',
  '620423105': '红水镇',
  '620423106': '中泉镇',
  '620423107': '正路镇',
  '620423203': '寺滩乡',
  '620423205': '五佛乡',
  '620423207': '漫水滩乡',
}
const boaiTownships: Record<string, string> = {
  '410822001': '博爱县清化镇街道',
  '410822002': '博爱县鸿昌街道',
  '410822101': '博爱县柏山镇',
  '410822102': '博爱县月山镇',
  '410822103': '博爱县许良镇',
  '410822105': '博爱县磨头镇',
  '410822106': '博爱县孝敬镇',
  '410822200': '博爱县寨豁乡',
  '410822203': '博爱县金城乡',
  '410822400': '国营博爱农场',
}

/** The 151 villages of 景泰县, as the national codes name them. */
export const jingtai = rosterOf('02-jingtai-week.json', jingtaiTownships)
/** 博爱县, which has a 王保村 in two townships, and both a 三街 village and a 三街 community. */
export const boai = rosterOf('05-exposure-rater.json', boaiTownships)

export function inTownship(roster: readonly RosterSubject[], township: string): RosterSubject[] {
  return roster.filter(({ townshipName }) => townshipName === township)
}

/** The file of a sheet among the cases. */
export function sheetFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../cases/sheets/${name}`, import.meta.url)))
}

function rosterOf(file: string, townships: Record<string, string>): RosterSubject[] {
  const text = readFileSync(new URL(`../../cases/ranking/${file}`, import.meta.url), 'utf8')
  const { input } = JSON.parse(text) as {
    input: { subjects: { code: string; name: string; township: string }[] }
  }
  return input.subjects.map(({ code, name, township }) => {
    const townshipName = townships[township]
    if (!townshipName) throw new Error(`no name for township ${township}`)
    return { id: `id-${code}`, code, name, township, townshipName }
  })
}
