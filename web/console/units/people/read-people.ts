import type { Person } from './use-people.ts'

/** The duties by the words people write for them. */
const heads = /^(?:\u7ec4\u957f|\u4e3b\u4efb|head)$/iu
const deputies = /^(?:\u526f\u7ec4\u957f|\u5e38\u52a1\u526f\u7ec4\u957f|\u526f\u4e3b\u4efb|deputy)$/iu
const members = /^(?:\u6210\u5458|\u7ec4\u5458|member)$/iu

/**
 * People from lines of name, duty and title, by tab, comma or spaces. Where no duty is written the first line is the
 * head and the others are members.
 */
export function readPeople(pasted: string): Person[] {
  const lines = pasted
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.slice(0, 200).map((line, at) => {
    const [name = '', ...rest] = line.split(/[\t,\uff0c]|\s{1,}/u).filter((part) => part !== '')
    const duty = rest.map(dutyNamed).find((found) => found !== undefined)
    const title = rest.filter((part) => dutyNamed(part) === undefined).join(' ')
    return {
      name: name.slice(0, 40),
      duty: duty ?? (at === 0 ? 'head' : 'member'),
      title: title.slice(0, 60),
    }
  })
}

function dutyNamed(text: string): Person['duty'] | undefined {
  if (heads.test(text)) return 'head'
  if (deputies.test(text)) return 'deputy'
  return members.test(text) ? 'member' : undefined
}
