import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { say } from './say.ts'

/** Says what was done and, for eight seconds, offers to undo it. */
export function useUndoable(): (said: string, undo?: () => void) => void {
  const t = useTexts(uiTexts)
  return (said, undo) =>
    say(
      { key: said, kind: 'success', text: said, ...(undo ? { way: { label: t('undo'), go: undo } } : {}) },
      undo ? 8 : 3,
    )
}
