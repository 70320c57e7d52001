export const fieldSession = {
  title: '乡榜现场',
  lead: '巡查、问题和照片先记在手机里，有信号时自动上报。',
  signIn: '登录',
  signingIn: '正在登录……',
  needsSignal: '第一次登录要有网络；登录以后，没有信号也能用。',
  kept: '这部手机上以前没有报完的内容还在，只有本人登录后才看得到。',
  chooseCounty: '在哪个县工作？',
  noCounty: '“{name}”还不属于任何一个县，请找县办公室的管理员。',
  other: '换一个账号登录',
} as const
