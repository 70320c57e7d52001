/** Every table of a county's shard. */
export * from './areas.ts'
export * from './assignments.ts'
export * from './boards.ts'
export * from './consequences.ts'
export * from './inspections.ts'
export * from './issues.ts'
export * from './ledger.ts'
export * from './photos.ts'
