import type { Subject } from '../../../schema/api/ranking.ts'

/** The subjects that compete (not exempt), numbered 0 … size − 1 in the order given. */
export interface Roster {
  size: number
  codes: string[]
  /** subject code → number */
  numbers: Map<string, number>
  /** number of the subject's township, and how many townships there are */
  township: Int32Array
  townships: number
}

/** Codes are unique (`checkRound` refuses others). */
export function competing(subjects: readonly Subject[]): Roster {
  const codes: string[] = []
  const numbers = new Map<string, number>()
  const township = new Int32Array(subjects.length)
  const townshipNumbers = new Map<string, number>()
  for (const subject of subjects) {
    if (subject.exempt) continue
    const number = codes.length
    codes.push(subject.code)
    numbers.set(subject.code, number)
    township[number] = numberOf(townshipNumbers, subject.township)
  }
  return { size: codes.length, codes, numbers, township, townships: townshipNumbers.size }
}

/** The number standing for a name, a new one when it is met first. */
export function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  const number = numbers.size
  numbers.set(name, number)
  return number
}
