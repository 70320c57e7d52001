import type { English } from '../catalogue.ts'
import type { today as zh } from '../zh/today.ts'

export const today: English<typeof zh> = {
  toDo: 'To do today',
  nothingToDo: 'Nothing is waiting for you.',
  toPublish: '{board}, round {no} has closed and waits to be published',
  toRule: '{board}, round {no}: {n} {n|objection waits|objections wait} for a ruling',
  overdue: '{n} {n|interview or the like is|interviews and the like are} overdue',
  due: '{n} {n|interview or the like is|interviews and the like are} due within three days',
  proposed: '{n} {n|interview or the like|interviews and the like} to do',
  red: 'Who is red now',
  redDraft: 'Round {no}, a draft that follows the reports',
  redClosed: 'Round {no}, closed, not yet published',
  redPublished: 'Round {no}, published',
  nobodyRed: 'No village is red now.',
  more: 'See all {n}',
  why: 'Why',
}
