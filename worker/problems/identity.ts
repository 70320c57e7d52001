import type { ProblemEntry } from './entry.ts'

export const identityProblems = {
  signed_out: {
    status: 401,
    zh: ['请先登录', '登录已过期或尚未登录。'],
    en: ['Sign in first', 'You are not signed in, or your session has ended.'],
  },
  wrong_password: {
    status: 401,
    zh: ['登录名或密码不对', '请检查后再试。'],
    en: ['Wrong login or password', 'Check both and try again.'],
  },
  locked: {
    status: 429,
    zh: ['暂时锁定', '失败次数过多，请 {minutes} 分钟后再试。'],
    en: ['Locked for now', 'Too many failures. Try again in {minutes} minutes.'],
  },
  wrong_code: {
    status: 422,
    zh: ['验证码不对', '请看身份验证器里现在的 6 位数字；每个码只能用一次，恢复码也一样。'],
    en: [
      'Wrong code',
      'Take the six digits your authenticator app shows now. Each code works once, and so does a recovery code.',
    ],
  },
  ticket_invalid: {
    status: 401,
    zh: ['请重新登录', '等验证码的时间过了，请再输一次登录名和密码。'],
    en: ['Sign in again', 'The code took too long. Enter login and password once more.'],
  },
  second_factor_required: {
    status: 403,
    zh: ['请先开启两步验证', '本县要求管理员登录时还要输验证码。请在“我的账号”中开启，然后继续。'],
    en: [
      'A second factor is required',
      'This county wants its administrators to sign in with a code too. Turn it on under “My account”, then go on.',
    ],
  },
  second_factor_on: {
    status: 409,
    zh: ['已经开启', '两步验证已经开启；换手机请先关闭，再重新开启。'],
    en: ['On already', 'The second factor is on. For another phone turn it off first, then on again.'],
  },
  own_second_factor_first: {
    status: 409,
    zh: ['请先给自己开启', '请先在“我的账号”中给自己开启两步验证，再要求其他管理员。'],
    en: ['Yours first', 'Turn on your own second factor under “My account” before you ask it of the others.'],
  },
  insecure_transport: {
    status: 403,
    zh: ['需要 HTTPS', '为保护密码，除本机外只能通过 HTTPS 登录；局域网内确需明文访问时由管理员开启。'],
    en: [
      'HTTPS required',
      'To protect passwords, sign-in needs HTTPS except on this machine, unless the operator allows it.',
    ],
  },
  unknown_county: {
    status: 422,
    zh: ['没有这个县', '行政区划中没有代码 {code}。'],
    en: ['Unknown county', 'The national divisions have no county with code {code}.'],
  },
  county_taken: {
    status: 409,
    zh: ['该县已开通', '{name}已经开通。请向县办公室管理员索取邀请链接。'],
    en: ['County already in use', '{name} is already served. Ask its office for an invitation.'],
  },
  login_taken: {
    status: 409,
    zh: ['登录名已用', '这个登录名已有人使用；如果是您本人，请先登录。'],
    en: ['Login taken', 'This login is in use. If it is yours, sign in first.'],
  },
  member_exists: {
    status: 409,
    zh: ['已是成员', '本县已有登录名为 {login} 的成员。'],
    en: ['Already a member', 'This county already has a member with the login {login}.'],
  },
  weak_password: {
    status: 422,
    zh: ['密码太弱', '请换一个不常见、也不是由登录名、姓名或县名拼成的密码，至少 10 个字符。'],
    en: [
      'Weak password',
      'Choose an uncommon password of at least 10 characters that is not made of the login, a name or the county.',
    ],
  },
  link_invalid: {
    status: 404,
    zh: ['链接无效', '这个一次性链接不存在、已用过或已过期，请向办公室要一个新的。'],
    en: [
      'Link not valid',
      'This one-time link does not exist, was used, or has expired. Ask the office for a new one.',
    ],
  },
  sign_in_to_accept: {
    status: 409,
    zh: ['请先登录再接受', '登录名 {login} 已有账号，请先用它登录，再打开这个链接接受邀请。'],
    en: [
      'Sign in to accept',
      'The login {login} already has an account. Sign in with it, then open this link again.',
    ],
  },
  scope_unfit: {
    status: 422,
    zh: ['范围与角色不符', '这个角色需要指定相应的乡镇、村、网格或单位。'],
    en: [
      'Scope does not fit the role',
      'This role needs a township, village, grid or unit of the right kind.',
    ],
  },
  reset_refused: {
    status: 409,
    zh: ['不能重置', '此账号还属于其他县、管理平台或尚未激活，不能由本县重置；请联系平台管理员。'],
    en: [
      'Reset refused',
      'This account also belongs to another county, runs the platform, or is not active yet. Ask the platform’s administrators.',
    ],
  },
  own_access: {
    status: 409,
    zh: ['不能改动自己的权限', '请由另一位管理员操作。'],
    en: ['Not your own access', 'Another administrator has to do this.'],
  },
} as const satisfies Record<string, ProblemEntry>
