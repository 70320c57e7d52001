import { start } from '../ui/plain/page.tsx'
import { ActivatePage } from './activate-page.tsx'

start(<ActivatePage />)
