import { atLeisure } from '../lib/at-leisure.ts'
import { openField } from './open-field.ts'
import '../ui/tokens.css'
import './opening.css'
import './field.css'
import './rows.css'
import './forms.css'
import './pictures.css'

// What is kept on this phone is opened while the program of the first screen is read: each a task of its own.
const opening = openField()
const drawing = import('./draw.tsx')

async function open(place: Element) {
  const [opened, { draw, furtherScreens }] = await Promise.all([opening, drawing])
  draw(place, opened)
  atLeisure([furtherScreens.fetch, ...opened.forLater])
}

const root = document.getElementById('root')
if (!root) throw new Error('no #root')
open(root)
