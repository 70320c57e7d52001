import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from '../lib/language.tsx'
import { ConsoleApp } from './console-app.tsx'
import '../ui/tokens.css'
import '../ui/ui.css'
import './shell/shell.css'

const root = document.getElementById('root')
if (!root) throw new Error('no #root')
// In small pieces: the frame's hundred components in one would hold up a tap for half a second on a slow machine.
const drawn = createRoot(root)
startTransition(() =>
  drawn.render(
    <StrictMode>
      <LanguageProvider>
        <ConsoleApp />
      </LanguageProvider>
    </StrictMode>,
  ),
)
