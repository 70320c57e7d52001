/** A text as it is looked through for names: 张 三 is written with a space at times. */
export function closedUp(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}

/**
 * Which of some known persons' names stand in a text, each once, the longest first. One letter or character alone is
 * no name; Latin names count only as whole words.
 */
export function namesIn(text: string, names: Iterable<string>): string[] {
  const close = closedUp(text)
  const spaced = text.normalize('NFKC').toLowerCase()
  const found = [...new Set(names)].filter((name) => {
    const wanted = closedUp(name)
    if ([...wanted].length < 2) return false
    return /^\p{Script=Latin}/u.test(wanted) ? hasWord(spaced, name) : close.includes(wanted)
  })
  const letters = (name: string) => closedUp(name).length
  return found.sort((a, b) => letters(b) - letters(a) || (a < b ? -1 : 1))
}

function hasWord(text: string, name: string): boolean {
  const words = name.normalize('NFKC').toLowerCase().trim().split(/\s+/u)
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u').test(text)
}
