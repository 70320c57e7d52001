import { start } from '../ui/plain/page.tsx'
import { HomePage } from './home-page.tsx'

start(<HomePage />)
