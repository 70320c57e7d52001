import type { English } from '../catalogue.ts'
import type { activate as zh } from '../zh/activate.ts'

export const activate: English<typeof zh> = {
  title: 'One-time link',
  invitation: 'You are invited to {county}',
  platform: 'Platform administrator account',
  reset: 'Set a new password',
  invitationLead: 'Set a password for the login {login} and you can start.',
  resetLead: 'Set a new password for the login {login}. The old one and every signed-in device stop working.',
  existsLead: 'The login {login} already has an account. Sign in with it first, then accept.',
  acceptLead: 'You are signed in as {login}. Accept to enter {county}.',
  otherLead:
    'You are signed in as {current}, but this link is for {login}. Sign out first, then sign in as {login}.',
  accept: 'Accept the invitation',
  signIn: 'Sign in to accept',
  signOut: 'Sign out and change login',
  save: 'Set password and enter',
  saving: 'Saving …',
  noToken: 'This link is incomplete. Copy the whole link and open it again.',
}
