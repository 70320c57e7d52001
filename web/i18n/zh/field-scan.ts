export const fieldScan = {
  title: '扫码',
  hint: '对准村里或网格的二维码。',
  fromPicture: '从相册选一张二维码',
  byName: '或者按名称找',
  noCamera: '打不开相机：可以从相册选二维码，或按名称找。',
  noCode: '这张图里没有看到二维码。',
  foreignCode: '这不是本系统的二维码。',
  unknownCode: '这个码已经作废，或者不是本县的',
  cannotAsk: '没有信号，本机也没有这个码',
  looking: '正在查……',
  again: '再扫一次',
} as const
