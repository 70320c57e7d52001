export const signin = {
  title: '登录',
  submit: '登录',
  sending: '正在登录……',
  forgot: '忘记密码？请向县办公室的管理员要一个重置链接。',
  noCounty: '本县还没有开通？',
  signUp: '开通一个县',
  returning: '登录后会回到您刚才的页面。',
} as const
