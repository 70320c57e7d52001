import type { DataValue } from '../../../schema/api/bulletin-content.ts'

type Figures = Extract<DataValue, { form: 'figures' }>['figures']

/** Figures as one sentence, as a paper reads: 发现问题 35 个，销号 30 个。 */
export function figuresSentence(figures: Figures): string {
  return `${figures.map(({ label, value, unit }) => `${label} ${value} ${unit}`).join('，')}。`
}
