import type { Block, BulletinContent, DataValue, DataValues } from '../../../schema/api/bulletin-content.ts'
import { plainText } from './content.ts'
import { figuresSentence } from './figures.ts'

/** A chat group's message holds so many characters. */
export const mostCharacters = 2000
const rowsInChat = 10

export type Chat = { county: string; title: string; number: string | null; link: string | null }

/**
 * A bulletin as plain text to paste into a chat group: its title, what it says as far as it fits, and at the end always
 * the link where there is something to open.
 */
export function chatText(about: Chat, content: BulletinContent, data: DataValues): string {
  const head = `【${about.county}】${about.title}${about.number === null ? '' : `（${about.number}）`}`
  const tail = about.link === null ? '' : `\n\n全文：${about.link}`
  const room = mostCharacters - tail.length
  const lines = content.content.flatMap((block) => linesOf(block, data))
  return `${fitted([head, '', ...lines], room)}${tail}`
}

/** Whole lines as far as they fit; where not all do, the last says that there is more. */
function fitted(lines: readonly string[], room: number): string {
  const all = lines.join('\n')
  if (all.length <= room) return all
  const more = '……'
  let text = ''
  for (const line of lines) {
    const next = text === '' ? line : `${text}\n${line}`
    if (next.length + more.length + 1 > room) break
    text = next
  }
  return text === '' ? `${all.slice(0, room - more.length)}${more}` : `${text}\n${more}`
}

function linesOf(block: Block, data: DataValues): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.content)
        .split('\n')
        .filter((line) => line.trim() !== '')
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item, at) => {
        const text = item.content.map(({ content }) => plainText(content)).join(' ')
        return `${block.type === 'orderedList' ? `${(block.attrs?.start ?? 1) + at}.` : '•'} ${text}`
      })
    case 'table':
      return block.content.map(({ content }) =>
        content.map((cell) => cell.content.map((one) => plainText(one.content)).join(' ')).join('｜'),
      )
    case 'picture':
      return []
    case 'data':
      return linesOfValue(data[block.attrs.id])
  }
}

function linesOfValue(value: DataValue | undefined): string[] {
  switch (value?.form) {
    case 'figures':
      return [figuresSentence(value.figures)]
    case 'table': {
      const rows = value.rows.slice(0, rowsInChat).map((row) => row.join('｜'))
      const rest = value.rows.length - rows.length
      const heads = value.columns.map(({ label }) => label).join('｜')
      return [`${value.caption}：`, heads, ...rows, ...(rest > 0 ? [`……另有${rest}行，见全文`] : [])]
    }
    case 'examples':
      return value.examples.map(({ text }) => text)
    case 'nothing':
      return [value.text]
    case undefined:
      return []
  }
}
