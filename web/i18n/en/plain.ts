import type { English } from '../catalogue.ts'
import type { plain as zh } from '../zh/plain.ts'

export const plain: English<typeof zh> = {
  brand: 'Xiangbang',
  otherLanguage: '中文',
  offline: 'No connection, trying again … What you typed is still here.',
  disconnected: 'The server could not be reached. Check your connection and try again.',
  unexpected: 'Something went wrong. Please try again later.',
  loading: 'Loading …',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  login: 'Login',
  password: 'Password',
  passwordHint: 'At least 10 characters, the longer the better; neither your login nor a common password.',
}
