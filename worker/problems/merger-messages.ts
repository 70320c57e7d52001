import type { Language } from './language.ts'

type Said = (params: Record<string, string>) => Record<Language, string>

/** Why one area cannot be merged into another. */
export const mergerObstacles = {
  itself: () => ({
    zh: '不能并入自己或自己下面的区域。',
    en: 'An area cannot be merged into itself or what lies beneath it.',
  }),
  level: () => ({
    zh: '级别不同：乡镇只能并入乡镇，村只能并入村。',
    en: 'The levels differ: a township goes into a township, a village into a village.',
  }),
  retired: ({ name }) => ({ zh: `${name}已停用，请先恢复。`, en: `${name} is retired: restore it first.` }),
  board: ({ name }) => ({
    zh: `它名下还有在用的榜“${name}”，请先停用这个榜。`,
    en: `The board “${name}” belongs to it and is in use: retire that board first.`,
  }),
} satisfies Record<string, Said>
