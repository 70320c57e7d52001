import { startHost } from '../../worker/local/host.ts'

// A local host in a process of its own, whose whole output its parent reads. It breaks its databases when told to.
const host = await startHost({
  dataDir: process.argv[2] ?? '',
  vars: { XIANGBANG_LOG: 'requests', XIANGBANG_APPROVE: 'auto' },
})
process.send?.({ url: host.url })
process.on('message', async (message) => {
  if (message === 'break') {
    await (await host.mf.getD1Database('CONTROL')).exec('ALTER TABLE session RENAME TO lost')
    process.send?.('broken')
  } else {
    await host.stop()
    process.disconnect()
  }
})
