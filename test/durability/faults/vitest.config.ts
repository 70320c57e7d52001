import { fileURLToPath } from 'node:url'
import { onWorkerd } from '../../support/on-workerd.ts'

export default onWorkerd('faults', fileURLToPath(new URL('.', import.meta.url)))
