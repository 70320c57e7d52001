import { start } from '../ui/plain/page.tsx'
import { SignInPage } from './sign-in-page.tsx'

start(<SignInPage />)
