export const unsaved = {
  title: 'Some changes are not saved',
  text: 'What is not saved is lost when you leave.',
  stay: 'Go on here',
  leave: 'Leave without saving',
  saveAndLeave: 'Save and leave',
} as const
