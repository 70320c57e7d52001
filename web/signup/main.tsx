import { start } from '../ui/plain/page.tsx'
import { SignUpPage } from './sign-up-page.tsx'

start(<SignUpPage />)
