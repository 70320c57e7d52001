export const plain = {
  brand: '乡榜',
  otherLanguage: 'English',
  offline: '连不上网络，正在重试……您填的内容还在。',
  disconnected: '没有连上服务器，请检查网络后再试。',
  unexpected: '出错了，请稍后再试。',
  loading: '正在加载……',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  login: '登录名',
  password: '密码',
  passwordHint: '至少 10 个字符，越长越好；不要用登录名或常见密码。',
} as const
