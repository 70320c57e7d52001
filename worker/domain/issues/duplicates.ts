/** Metres within which two findings of one kind may well be the same. */
export const nearby = 50
/** Days within which they may be. */
export const withinDays = 30

type Point = { lat: number; lng: number }
const earthRadius = 6_371_000

/** Metres between two points on Earth (haversine; a sphere is near enough for tens of metres). */
export function metresBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(((to - from) * radian) / 2) ** 2
  const angle = half(a.lat, b.lat) + Math.cos(a.lat * radian) * Math.cos(b.lat * radian) * half(a.lng, b.lng)
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(angle)))
}

const radian = Math.PI / 180

/** Whether two findings of one category in one village may be the same: by place where both are known. */
export function mayBeSame(a: Point | null, b: Point | null): boolean {
  return a === null || b === null || metresBetween(a, b) <= nearby
}
