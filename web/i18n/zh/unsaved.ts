export const unsaved = {
  title: '还有没保存的改动',
  text: '离开后，没保存的改动会丢失。',
  stay: '接着填',
  leave: '不保存，离开',
  saveAndLeave: '保存并离开',
} as const
