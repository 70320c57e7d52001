/**
 * Why a file cannot be taken in: it is something else, was cut off or changed, comes from a later version, or is
 * another county's.
 */
export class NotAHandOver extends Error {
  readonly why: 'other' | 'damaged' | 'newer' | 'otherCounty'

  constructor(why: NotAHandOver['why']) {
    super(why)
    this.why = why
  }
}
