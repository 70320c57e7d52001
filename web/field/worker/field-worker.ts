import { remembered } from '../session/who.ts'
import { Changes } from '../store/changes.ts'
import { FieldDatabase } from '../store/database.ts'
import { alone } from '../sync/one-sender.ts'
import { sendAll } from '../sync/send-all.ts'
import { byFetch } from '../sync/transport.ts'
import { answerFrom, fill, precached, tidy } from './precache.ts'
import type { ExtendableEvent, FetchEvent, WorkerScope } from './worker-scope.ts'

const worker = self as unknown as WorkerScope

// A new version waits until its user lets it in, or until no page of the old one is open.
worker.addEventListener('install', (event: ExtendableEvent) => event.waitUntil(fill(caches)))
worker.addEventListener('activate', (event: ExtendableEvent) =>
  event.waitUntil(tidy(caches).then(() => worker.clients.claim())),
)
worker.addEventListener('message', (event: ExtendableEvent & { data?: unknown }) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting())
})

worker.addEventListener('fetch', (event: FetchEvent) => {
  const name = precached(event.request, location.origin)
  if (name !== undefined) event.respondWith(answerFrom(caches, name, event.request))
})

// The browser gives a turn in the background: the page may be closed by now.
worker.addEventListener('sync', (event: ExtendableEvent) => event.waitUntil(sendWithoutPage()))

async function sendWithoutPage(): Promise<void> {
  const db = new FieldDatabase()
  const changes = new Changes()
  try {
    const who = await remembered(db).who()
    if (!who || who.expired) return
    await alone(
      db,
      async () => {
        const ended = await sendAll({
          ...{ db, owner: who, transport: byFetch, now: Date.now, random: Math.random },
          ...{ mine: () => true, changed: () => changes.everywhere(), progress: () => {} },
        })
        // Asks the browser for another turn.
        if (ended === 'later') throw new Error('not all sent')
      },
      Date.now,
    )
  } finally {
    changes.close()
    await db.close()
  }
}
