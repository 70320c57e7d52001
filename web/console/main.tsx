import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from '../lib/language.tsx'
import { ConsoleApp } from './console-app.tsx'
import '../ui/tokens.css'
import '../ui/ui.css'
import './shell/shell.css'

const root = document.getElementById('root')
if (!root) throw new Error('no #root')
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ConsoleApp />
    </LanguageProvider>
  </StrictMode>,
)
