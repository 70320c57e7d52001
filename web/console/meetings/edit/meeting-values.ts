import type { MeetingDetail, MeetingKind, NewMeeting } from '../../../../schema/api/outreach.ts'
import { instantOf, wallClock } from '../../../lib/wall-clock.ts'
import { attendanceOf, attendanceText } from './attendance-text.ts'

/** A record as it is being typed. */
export type MeetingValues = {
  kind: MeetingKind
  title: string
  heldAt: string
  venue: string
  attendance: string
  agenda: string
  speeches: { key: number; speaker: string; text: string }[]
  decisions: { id: string; text: string; locked: boolean }[]
}

export function valuesOf(meeting: MeetingDetail | undefined, now: number, absent: string): MeetingValues {
  if (!meeting) {
    return {
      ...{ kind: 'progress', title: '', heldAt: wallClock(now), venue: '', attendance: '', agenda: '' },
      ...{ speeches: [], decisions: [] },
    }
  }
  const { kind, title, heldAt, venue, attendance, agenda, speeches, decisions } = meeting
  return {
    ...{ kind, title, heldAt: wallClock(heldAt), venue: venue ?? '' },
    attendance: attendanceText(attendance, absent),
    agenda: agenda.join('\n'),
    speeches: speeches.map((speech, key) => ({ key, ...speech })),
    decisions: decisions.map(({ id, text, became }) => ({ id, text, locked: became !== null })),
  }
}

/** What is sent: empty lines, speeches and decisions are left out. */
export function asSent(
  { kind, title, heldAt, venue, attendance, agenda, speeches, decisions }: MeetingValues,
  known: ReadonlyMap<string, string>,
): Omit<NewMeeting, 'owner'> {
  return {
    ...{ kind, title: title.trim(), heldAt: instantOf(heldAt) ?? '', venue: venue.trim() || null },
    attendance: attendanceOf(attendance, known),
    agenda: agenda
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    speeches: speeches
      .filter(({ speaker, text }) => speaker.trim() !== '' && text.trim() !== '')
      .map(({ speaker, text }) => ({ speaker: speaker.trim(), text: text.trim() })),
    decisions: decisions
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, text }) => ({ id, text: text.trim() })),
  }
}
