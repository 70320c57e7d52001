import type { English } from '../catalogue.ts'
import type { closing as zh } from '../zh/closing.ts'

export const closing: English<typeof zh> = {
  dayOff: 'This round closes on {day}, a day off: those who report may not be at work.',
  moveTo: 'Move to {at}',
  moved: 'It now closes on {at}.',
}
