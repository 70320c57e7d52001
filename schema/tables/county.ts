/** Every table of a county's shard. */
export * from './areas.ts'
export * from './boards.ts'
export * from './consequences.ts'
export * from './ledger.ts'
