/** A document's node as far as its words go: its own, or those of the nodes in it. */
type Node = {
  type: string
  text?: string | undefined
  content?: readonly Node[] | undefined
  attrs?: object | undefined
}

/** The words of a document, a line a block: what is bold in the middle of a number does not break it. */
export function wordsIn(node: Node): string {
  if (node.text !== undefined) return node.text
  if (node.content === undefined) return captionOf(node)
  const inline = node.content.every(({ type }) => type === 'text' || type === 'hardBreak')
  return node.content.map(wordsIn).join(inline ? '' : '\n')
}

function captionOf({ type, attrs }: Node): string {
  if (type === 'hardBreak') return '\n'
  return attrs && 'caption' in attrs ? String(attrs.caption) : ''
}
