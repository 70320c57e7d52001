import { translator } from '../i18n/catalogue.ts'
import { datesTexts } from '../i18n/dates.ts'
import { useLanguage } from './language.tsx'

type When = string | number | Date

const minute = 60_000
/** Asia/Shanghai is UTC+8 the year round. */
const shanghai = 8 * 60 * minute

/** Dates as they are written in the language on screen, always in Asia/Shanghai. */
export function useDates() {
  return datesIn(useLanguage().language)
}

/** Takes ISO strings, epoch ms, or calendar days (`2026-03-06`). */
export function datesIn(language: 'zh' | 'en') {
  const t = translator(datesTexts, language)
  const places = (when: When) => {
    const at = inShanghai(when)
    const month = at.getUTCMonth() + 1
    return {
      year: at.getUTCFullYear(),
      month,
      monthName: t(`month${month}` as 'month1'),
      day: at.getUTCDate(),
      weekday: t(`weekday${at.getUTCDay()}` as 'weekday0'),
      time: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
    }
  }
  return {
    /** 2026年3月6日 */
    day: (when: When) => t('day', places(when)),
    /** 3月6日 */
    dayShort: (when: When) => t('dayShort', places(when)),
    /** 2026年3月6日 18:00 */
    moment: (when: When) => t('moment', places(when)),
    /** 3月6日 周五 18:00 */
    momentShort: (when: When) => t('momentShort', places(when)),
    /** 还有 2 天 3 小时; "已到时间" afterwards. */
    left: (until: When, now: number) => {
      const left = Math.floor((time(until) - now) / minute)
      const d = Math.floor(left / 1440)
      const h = Math.floor((left % 1440) / 60)
      const m = left % 60
      if (left < 0) return t('over')
      if (d > 0) return t('leftDays', { d, h })
      return h > 0 ? t('leftHours', { h, m }) : t('leftMinutes', { m })
    },
  }
}

/** The calendar day of a moment in Asia/Shanghai, 2026-03-06. */
export function shanghaiDay(when: When): string {
  return inShanghai(when).toISOString().slice(0, 10)
}

/** The Monday of the week a moment lies in, as a calendar day in Asia/Shanghai. */
export function mondayOf(when: When): string {
  const at = inShanghai(when)
  const sinceMonday = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - sinceMonday * 1440 * minute).toISOString().slice(0, 10)
}

/** A Date whose UTC fields read as the clock on a wall in Shanghai does. */
function inShanghai(when: When): Date {
  return new Date(time(when) + shanghai)
}

/** A bare calendar day begins at midnight in Shanghai. */
function time(when: When): number {
  if (typeof when !== 'string') return Number(when)
  return /^\d{4}-\d\d-\d\d$/.test(when) ? Date.parse(`${when}T00:00:00+08:00`) : Date.parse(when)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
