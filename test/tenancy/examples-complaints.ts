import { newId } from '../../worker/data/new-id.ts'
import type { Example } from './examples.ts'

const base = '/api/v1/counties/{county}/complaints'

export const complaintExamples: Record<string, Example> = {
  [`GET ${base}/setting`]: {},
  [`PUT ${base}/setting`]: { body: () => ({ open: true, hotline: null }) },
  [`GET ${base}/statistics`]: {},
  [`GET ${base}`]: {},
  [`GET ${base}/{id}`]: { params: (own) => ({ id: own.complaints.answered }) },
  [`PUT ${base}/{id}/issue`]: {
    params: (own) => ({ id: own.complaints.waiting }),
    body: (own) => ({ id: newId(), category: own.ledger.category, area: own.village, text: '村口粪堆' }),
  },
  [`PUT ${base}/{id}/joining`]: {
    params: (own) => ({ id: own.complaints.answered }),
    body: (own) => ({ issue: own.ledger.issue }),
  },
  [`PUT ${base}/{id}/refusal`]: {
    params: (own) => ({ id: own.complaints.answered }),
    body: () => ({ reason: '不属于本县' }),
  },
  [`PUT ${base}/{id}/reception`]: {
    params: (own) => ({ id: own.complaints.answered }),
    body: () => ({}),
  },
  [`PUT ${base}/{id}/answers/{answer}`]: {
    params: (own) => ({ id: own.complaints.answered, answer: own.complaints.answer }),
    body: () => ({ text: '另一句', settles: false }),
  },
  [`PUT ${base}/{id}/release`]: {
    params: (own) => ({ id: own.complaints.answered }),
    body: () => ({ photos: [] }),
  },
  [`DELETE ${base}/{id}/contact`]: { params: (own) => ({ id: own.complaints.answered }) },
}
