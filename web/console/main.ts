import { askEarly } from '../lib/early.ts'
import { firstQuestions } from './first-questions.ts'
import './nonce.ts'
import '../ui/tokens.css'
import '../ui/ui.css'
import '../ui/plain-controls.css'
import './opening.css'
import './shell/shell.css'

// The service answers while the program is on its way.
askEarly(firstQuestions(location.pathname, location.search))

const drawing = import('./draw.tsx')
const root = document.getElementById('root')
if (!root) throw new Error('no #root')
drawing.then(({ draw }) => draw(root))
