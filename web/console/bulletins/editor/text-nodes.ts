import { Mark, mergeAttributes, Node } from '@tiptap/core'

/*
 * The closed set of nodes that schema/api/bulletin-content.ts lists, and no more. They are defined here instead of
 * taken from a kit because a kit brings rules of its own: "1. " must stay the text that official papers count with,
 * never become a list.
 */

export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })
export const Text = Node.create({ name: 'text', group: 'inline' })

const aligns = ['left', 'center', 'right']

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  addAttributes: () => ({
    align: {
      default: null,
      parseHTML: ({ style, className }: HTMLElement) => {
        const said = style.textAlign || /bulletin-(\w+)/.exec(className)?.[1] || ''
        return aligns.includes(said) && said !== 'left' ? said : null
      },
      renderHTML: ({ align }: Record<string, unknown>) => (align ? { class: `bulletin-${align}` } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const align = (to: string | null) => () =>
      this.editor.commands.updateAttributes('paragraph', { align: to })
    return {
      'Mod-Alt-0': () => this.editor.commands.setNode('paragraph'),
      'Mod-Shift-l': align(null),
      'Mod-Shift-e': align('center'),
      'Mod-Shift-r': align('right'),
    }
  },
})

const levels = [1, 2, 3, 4] as const

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  // h1 and h2 of a pasted page are its title; a bulletin's own headings are written one below its title.
  parseHTML: () => [
    ...levels.map((level) => ({ tag: `.bulletin-h${level}`, attrs: { level }, priority: 60 })),
    ...levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { level } = node.attrs
    return [`h${level + 2}`, mergeAttributes(HTMLAttributes, { class: `bulletin-h${level}` }), 0]
  },
  addKeyboardShortcuts() {
    return Object.fromEntries(
      levels.map((level) => [
        `Mod-Alt-${level}`,
        () =>
          this.editor.isActive('heading', { level })
            ? this.editor.commands.setNode('paragraph')
            : this.editor.commands.setNode('heading', { level }),
      ]),
    )
  },
})

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: 'hardBreak' }) }
  },
})

export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Backspace: () =>
        this.editor.state.selection.empty &&
        this.editor.state.selection.$from.parentOffset === 0 &&
        this.editor.commands.liftListItem(this.name),
    }
  },
})

const list = (name: 'bulletList' | 'orderedList', tag: 'ul' | 'ol', shortcut: string) =>
  Node.create({
    name,
    group: 'block list',
    content: 'listItem+',
    addAttributes: () =>
      tag === 'ul'
        ? {}
        : {
            start: {
              default: 1,
              parseHTML: (element: HTMLElement) => startOf(element.getAttribute('start')),
            },
          },
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleList(name, 'listItem') }
    },
  })

export const OrderedList = list('orderedList', 'ol', 'Mod-Shift-7')
export const BulletList = list('bulletList', 'ul', 'Mod-Shift-8')

function startOf(said: string | null): number {
  const start = Number(said ?? 1)
  return Number.isInteger(start) && start >= 1 && start <= 10_000 ? start : 1
}

const mark = (name: string, shown: string, tags: string[], style: string, shortcut: string) =>
  Mark.create({
    name,
    parseHTML: () => [...tags.map((tag) => ({ tag })), { style, consuming: false }],
    renderHTML: () => [shown, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name) }
    },
  })

export const Bold = mark('bold', 'strong', ['strong', 'b'], 'font-weight=bold', 'Mod-b')
export const Italic = mark('italic', 'em', ['em', 'i'], 'font-style=italic', 'Mod-i')
export const Underline = mark('underline', 'u', ['u'], 'text-decoration=underline', 'Mod-u')
