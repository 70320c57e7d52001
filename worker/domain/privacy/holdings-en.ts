import type { Holding } from './holdings.ts'
import type { HoldingWords } from './holdings-zh.ts'
import { auditDays, keptDays } from './retention.ts'

export const holdingsEn: Record<Holding, HoldingWords> = {
  account: {
    what: 'Members’ names and logins',
    why: 'To sign in, and to tell who did what',
    kept: 'While they work for the county; the county office erases them after that',
    seenBy: 'Themselves and the county office; names in the audit also the county’s leaders',
    erased: 'Name and login go and cannot come back; an account no other county uses is closed',
  },
  credential: {
    what: 'Passwords and second factors (hashed or sealed), sessions, counts of failed sign-ins',
    why: 'To know it is really you, and to stop guessing',
    kept: `Passwords with the account; sessions and one-time links ${keptDays.session} days after their end, failure counts ${keptDays.signInFailure} day`,
    seenBy: 'Nobody',
    erased: 'All of it goes; signed-in devices are signed out',
  },
  actor: {
    what: 'Who did what and when: the audit, and the ids of those who reported, inspected, rectified',
    why: 'Accountability needs evidence, and those judged may know who judged',
    kept: `At least ${auditDays} days (Cybersecurity Law, logs), with the records of the work`,
    seenBy: 'The county office and its leaders; units see what concerns them',
    erased: 'The id stays and leads to nobody; it shows as “erased member”',
  },
  post: {
    what: 'Names, posts and terms of those responsible, and of the people of units',
    why: 'To know who is to be reminded, talked to or commended after a band',
    kept: 'During the term and as long as they may be held to account; the county office erases them',
    seenBy: 'The county office, its leaders, their own township; never public',
    erased: 'The entry is deleted',
  },
  interview: {
    what: 'Names of those interviewed, who held the interview and who attended',
    why: 'An interview is recorded, so that promises can be checked',
    kept: 'With the record of the interview; the county office erases them',
    seenBy: 'The county office, its leaders, the township and village concerned; never public',
    erased: 'The names go; the interview and what was agreed stay',
  },
  meeting: {
    what: 'Speakers of meetings, bodies and people who attended',
    why: 'To keep what was decided and who was given it',
    kept: 'With the record of the meeting',
    seenBy: 'The county office, its leaders, those who held and attended it',
    erased: 'The names go; what was said and decided stays',
  },
  place: {
    what: 'Times and places of inspections, patrols and finds; where and when photos were taken',
    why: 'Evidence of the visit and of where the problem is; never for attendance or rankings',
    kept: `With the records; odd ones ${keptDays.placeFlag} days after they were judged, unused photos ${keptDays.photo} days`,
    seenBy: 'The county office, its leaders and those dealing with it; public photos carry neither',
    erased: 'The id stays and leads to nobody',
  },
  lastPlace: {
    what: 'Time and place of a member’s last record in the field',
    why: 'To compare with the next and find made-up places; only the last one is kept',
    kept: `${keptDays.lastPlace} days`,
    seenBy: 'Nobody; only the service compares',
    erased: 'Deleted',
  },
  contact: {
    what: 'The contact a complainant chose to leave; hashed counts against repeats',
    why: 'To ask back and to answer',
    kept: `Erased ${keptDays.contact} days after the matter is settled, or at once when asked; counts for hours to a day`,
    seenBy: 'The county office and its leaders; never those it is about',
    erased: 'Goes by itself; at once when you ask the county office',
  },
  complaint: {
    what: 'What complaints and suggestions say, and where',
    why: 'To deal with what was reported',
    kept: 'With the record of the issue',
    seenBy: 'The county office and its leaders; they rewrite it before passing it on',
    erased: 'Places that name the person are found, and a human edits them',
  },
  household: {
    what: 'Names of households that are compared',
    why: 'Comparing households; keeping frontages',
    kept: 'While they take part; then the county office renames or retires them',
    seenBy: 'Their village, township and the county office; the public sees the surname and stars',
    erased: 'Places that name the person are found, and a human edits them',
  },
  text: {
    what: 'What people write at work: issues, steps, bulletins, columns and notes may name somebody',
    why: 'To say what happened',
    kept: 'With the record it belongs to',
    seenBy: 'Those who see the matter; issued bulletins and columns everybody, so writers are warned',
    erased:
      'Places that name the person are found, and a human edits them; reasons of published corrections stay',
  },
  receipt: {
    what: 'Receipts of requests (against doing things twice), which may hold names',
    why: 'So that sending again over a poor line does nothing twice',
    kept: `${keptDays.receipt} days`,
    seenBy: 'Only whoever sent the request, when sending it again',
    erased: 'Deleted',
  },
  message: {
    what: 'Messages to work groups',
    why: 'To tell what is new, and to know whether it arrived',
    kept: `${keptDays.delivery} days, unless still to be sent`,
    seenBy: 'The county office; once sent, the group’s platform keeps its own copy',
    erased: 'Goes by itself',
  },
  notice: {
    what: 'Names of those responsible in reminders and notices',
    why: 'So that a unit knows whom to tell',
    kept: `${keptDays.notice} days`,
    seenBy: 'The unit that gets it, and the county office',
    erased: 'The names go',
  },
}
