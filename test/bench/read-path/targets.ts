import { getTableColumns } from 'drizzle-orm'
import { board as boardTable, snapshot } from '../../../schema/tables/county.ts'
import { issuesInReach } from '../../../worker/actions/issues/issues-in-reach.ts'
import { villageOnBoards } from '../../../worker/actions/publication/village-on-boards.ts'
import { explainStanding } from '../../../worker/actions/rounds/explain-standing.ts'
import { readStandings } from '../../../worker/actions/rounds/read-standings.ts'
import { CountyDb } from '../../../worker/data/county-db.ts'
import { publicBoard, publicBoards, publicSummaries } from '../../../worker/data/public-pages.ts'
import { shardOf } from '../../../worker/data/shards.ts'
import { envOf } from '../host-env.ts'
import type { HostedCounty } from '../rounds/hosted-county.ts'
import type { Control } from './bare.ts'
import { type HeardTrip, listening } from './heard.ts'
import { otherBoards, type Target } from './load.ts'

export type Published = { board: string; round: string; village: string }

/** `control`: of what comes from D1 with each request, and so is asked less often. */
export type Measured = { name: string; target: Target; control?: Control }

/** The very board and its standings under as many other ids, for a board that is not remembered when it is asked for. */
export async function copyBoards({ host, id, context }: HostedCounty, { board }: Published): Promise<void> {
  const d1 = shardOf(await envOf(host.mf), (await context()).county.shard)
  const copied = (table: string, columns: string[], own: string) => {
    const values = columns.map((name) => (name === own ? `${own} || '-' || copy` : name))
    return d1
      .prepare(
        `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
          from ${table}, (select value as copy from json_each(?)) where county = ? and ${own} = ?`,
      )
      .bind(JSON.stringify(Array.from({ length: otherBoards }, (_, at) => at)), id, board)
  }
  await d1.batch([
    copied('board', Object.keys(getTableColumns(boardTable)), 'id'),
    copied('snapshot', Object.keys(getTableColumns(snapshot)), 'board'),
  ])
}

/** What is asked for over HTTP, each thing that comes from D1 with the control that reads and answers as much. */
export async function targetsOf(
  county: HostedCounty,
  published: Published,
): Promise<{ hello: Target; targets: Measured[]; uncached: Measured }> {
  const { host, id, token } = county
  const { board, round, village } = published
  // By name, each connection would first try IPv6.
  const origin = host.url.replace('localhost', '127.0.0.1')
  const boards = `${origin}/api/v1/public/counties/${id}/boards`
  const page = (path: string): Target => ({ url: `${origin}/c/620423${path}`, status: 200 })
  // A page's address is part of its key: under another name of the host it is made anew.
  const anew = (path: string): Target => ({ ...page(path), headers: { host: `h{n}.localhost` } })
  const member = (path: string): Target => {
    const headers = { authorization: `Bearer ${token}` }
    return { url: `${origin}/api/v1/counties/${id}${path}`, status: 200, headers }
  }
  const json: Target = { url: `${boards}/${board}/latest`, status: 200 }
  const db = (heard: HeardTrip[], { county: row, env }: Awaited<ReturnType<HostedCounty['context']>>) =>
    new CountyDb(listening(shardOf(env, row.shard), heard), row.id)
  const from = async (
    name: string,
    target: Target,
    { caller = false, kept = false }: { caller?: boolean; kept?: boolean },
    read: (context: Awaited<ReturnType<HostedCounty['context']>>) => Promise<unknown>,
  ): Promise<Measured> => {
    const heard: HeardTrip[] = caller ? [[[callerRow]]] : []
    const context = await county.context()
    await read({ ...context, db: db(heard, context) })
    return { name, target, control: { name, trips: heard, bytes: await bytesOf(target), kept } }
  }
  const signedIn = { caller: true }
  const made = { kept: true }
  return {
    hello: { url: `${origin}/healthz`, status: 200 },
    uncached: await from(
      'board JSON, from D1 each time',
      { ...json, url: `${boards}/${board}-{k}/latest` },
      {},
      (c) => publicBoard(c.db, board),
    ),
    targets: [
      { name: 'board JSON, 151 villages', target: json },
      { name: 'board JSON, not modified', target: await notModified(json) },
      { name: 'board page, 151 villages', target: page(`/boards/${board}`) },
      { name: 'board page, not modified', target: await notModified(page(`/boards/${board}`)) },
      { name: 'village page', target: page(`/villages/${village}`) },
      await from('board page, made anew', anew(`/boards/${board}`), made, (c) => publicBoard(c.db, board)),
      await from('village page, made anew', anew(`/villages/${village}`), made, async (c) =>
        villageOnBoards(c.db, await publicBoards(c.db), village),
      ),
      await from('list of boards, from D1 each time', { url: boards, status: 200 }, {}, (c) =>
        publicSummaries(c.db),
      ),
      await from('standings, from D1 each time', member(`/rounds/${round}/standings`), signedIn, (c) =>
        readStandings(c, round),
      ),
      await from('explanation', member(`/rounds/${round}/standings/${village}`), signedIn, (c) =>
        explainStanding(c, round, village),
      ),
      await from('issue list', member('/issues?settled=false'), signedIn, (c) =>
        issuesInReach(c, { settled: 'false' }),
      ),
    ],
  }
}

/** About what CONTROL says of a caller and the county. */
const callerRow = 'x'.repeat(500)

async function bytesOf({ url, headers = {} }: Target): Promise<number> {
  const { host: _, ...sent } = headers
  const answer = await fetch(url.replace('-{k}', ''), { headers: sent })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}

async function notModified({ url }: Target): Promise<Target> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return { url, headers: { 'if-none-match': answer.headers.get('etag') ?? '' }, status: 304 }
}
