import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { DataNode } from './data-node.tsx'
import { PictureNode } from './picture-node.tsx'

/** A stored photo with its caption. What is pasted from elsewhere is no picture: it would not be the county's. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    photo: {
      default: '',
      parseHTML: read('data-photo'),
      renderHTML: ({ photo }) => ({ 'data-photo': photo }),
    },
    caption: {
      default: '',
      parseHTML: read('data-caption'),
      renderHTML: ({ caption }) => ({ 'data-caption': caption }),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-photo]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(PictureNode),
})

const numberOrNull = (name: string) => (element: HTMLElement) => Number(element.getAttribute(name)) || null

/** A block whose content follows from the county's data. */
export const Data = Node.create({
  name: 'data',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    id: { default: '', parseHTML: read('data-block'), renderHTML: ({ id }) => ({ 'data-block': id }) },
    kind: {
      default: 'issue_figures',
      parseHTML: read('data-kind'),
      renderHTML: ({ kind }) => ({ 'data-kind': kind }),
    },
    band: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-band'),
      renderHTML: ({ band }) => (band ? { 'data-band': band } : {}),
    },
    limit: {
      default: null,
      parseHTML: numberOrNull('data-limit'),
      renderHTML: ({ limit }) => (limit ? { 'data-limit': limit } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-block]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(DataNode),
})

function read(name: string) {
  return (element: HTMLElement) => element.getAttribute(name) ?? ''
}
