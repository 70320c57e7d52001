/** Why a file is not taken over. */
export class NotTakenOver extends Error {
  readonly why: 'notAHandOver' | 'damaged' | 'otherCounty' | 'tooNew'
  constructor(why: NotTakenOver['why']) {
    super(why)
    this.why = why
  }
}
