/**
 * Brands of the two ways a county's id is stored. `CountyId` stands in the CONTROL database, `CountyKey` in the
 * tables of a county's shard. Only worker/data/county-db.ts turns the one into the other, so a query file cannot
 * hand a forged tenant to a county's table, nor ask a CONTROL table through a county's database.
 */
declare const countyId: unique symbol
declare const countyKey: unique symbol

/** Opaque id of a county (the tenant): a UUIDv7, never its GB/T 2260 code, which may change. */
export type CountyId = string & { readonly [countyId]: true }

/** The same id as a column of a county's own tables. */
export type CountyKey = string & { readonly [countyKey]: true }
