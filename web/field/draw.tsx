import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from '../lib/language.tsx'
import { FieldRoot } from './field-root.tsx'
import type { OpenedField } from './open-field.ts'

export { furtherScreens } from './field-app.tsx'

/** Draws the app in place of what the page itself painted. In small pieces, so that a tap is heard between them. */
export function draw(place: Element, opened: OpenedField): void {
  const root = createRoot(place)
  startTransition(() =>
    root.render(
      <StrictMode>
        <LanguageProvider>
          <FieldRoot opened={opened} />
        </LanguageProvider>
      </StrictMode>,
    ),
  )
}
