import { countyPath, type ShownCounty } from '../view.ts'

export function complaintsPath(county: ShownCounty): string {
  return `${countyPath(county)}/complaints`
}

export function followPath(county: ShownCounty): string {
  return `${complaintsPath(county)}/follow`
}
