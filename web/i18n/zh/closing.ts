export const closing = {
  dayOff: '本期截止日 {day} 不是工作日，报送的人可能不在岗。',
  moveTo: '改到 {at}',
  moved: '已改到 {at} 截止。',
} as const
