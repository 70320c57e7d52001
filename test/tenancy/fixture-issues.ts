import { newId } from '../../worker/data/new-id.ts'
import type { TestCounty } from '../support/county.ts'

/** What a county's ledger has one of, each text carrying the canary. */
export type LedgerFixture = {
  category: string
  /** A category that nothing is of. */
  unused: string
  rule: string
  issue: string
  filter: string
  /** Word of the emergency to the village. */
  notice: string
}

/** A ledger with an emergency in it, raised by a rule of the county's own. */
export async function aFullLedger(
  { office, at }: TestCounty,
  canary: string,
  village: string,
): Promise<LedgerFixture> {
  const send = async (method: 'post' | 'put', path: string, body: unknown): Promise<string> => {
    const answer = await office[method](at(path), body)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
    return (answer.body as { id: string }).id
  }
  const kind = { group: 'own', severity: 3, deadline: { unit: 'hours', amount: 4 } }
  const plan = { steps: [`${canary}处置`], contacts: [{ name: `${canary}值守`, phone: '0000' }], posts: [] }
  const category = await send('post', '/issue-categories', { ...kind, name: `${canary}类`, plan })
  const unused = await send('post', '/issue-categories', { ...kind, name: `${canary}空类` })
  const own = { category, area: village, lead: null, level: 'village' }
  const rule = await send('post', '/issue-rules', own)
  const issue = await send('put', `/issues/${newId()}`, {
    ...{ category, area: village, source: 'inspection', text: `${canary}坑洼`, location: `${canary}路口` },
    foundAt: '2026-11-20T01:00:00Z',
  })
  await send('put', `/issues/${issue}/steps/${newId()}`, { kind: 'rectified', note: `${canary}已填平` })
  const kept = { list: 'issues', name: `${canary}筛选`, query: `q=${canary}`, shared: true }
  const filter = await send('post', '/saved-filters', kept)
  const notices = await office.get(at('/notices'))
  const [notice] = (notices.body as { items: { id: string }[] }).items
  return { category, unused, rule, issue, filter, notice: notice?.id ?? '' }
}
