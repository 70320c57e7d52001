/** Something a member is to do, and where. */
export type Task = { key: string; said: string; hint: string; to: string; urgent: boolean }

/** Milliseconds. From three days before something is due, it is part of today's work. */
export const day = 86_400_000
export const soon = 3 * day
