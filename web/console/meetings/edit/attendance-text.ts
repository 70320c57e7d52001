import type { Attendance } from '../../../../schema/api/outreach.ts'

const absent = /缺席|请假|absent/iu

/**
 * Attendance as it is typed or pasted: one body a line, a number for how many came, a word where nobody did. `known`
 * gives the id of an area or unit by its name.
 */
export function attendanceOf(text: string, known: ReadonlyMap<string, string>): Attendance[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const heads = Number(/\d+/u.exec(line)?.[0] ?? 0)
      const present = !absent.test(line)
      const name = line
        .replace(absent, ' ')
        .replace(/\d+\s*(?:人|people)?/u, ' ')
        .replace(/[\t,，;；:：]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, 100)
      return {
        body: known.get(name) ?? null,
        name: name || line.slice(0, 100),
        present,
        heads: present ? heads : 0,
      }
    })
}

/** The same the other way round, with this word for those who were absent. */
export function attendanceText(attendance: readonly Attendance[], word: string): string {
  return attendance
    .map(({ name, present, heads }) => [name, present ? heads || '' : word].filter(Boolean).join(' '))
    .join('\n')
}
