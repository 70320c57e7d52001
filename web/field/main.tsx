import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from '../lib/language.tsx'
import { FieldRoot } from './field-root.tsx'
import { openField } from './open-field.ts'
import '../ui/tokens.css'
import './opening.css'

const root = document.getElementById('root')
if (!root) throw new Error('no #root')
openField().then((opened) =>
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <FieldRoot opened={opened} />
      </LanguageProvider>
    </StrictMode>,
  ),
)
