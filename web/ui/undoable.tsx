import { App, Button } from 'antd'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

/** Says what was done and, for eight seconds, offers to undo it. */
export function useUndoable(): (said: string, undo?: () => void) => void {
  const t = useTexts(uiTexts)
  const { message } = App.useApp()
  return (said, undo) => {
    const key = said
    const content = (
      <span role="status">
        {said}
        {undo && (
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key)
              undo()
            }}
          >
            {t('undo')}
          </Button>
        )}
      </span>
    )
    message.open({ key, type: 'success', duration: undo ? 8 : 3, content })
  }
}
