export const fieldPhotos = {
  camera: '拍照',
  album: '相册',
  preparing: '正在处理……',
  nth: '第 {n} 张照片',
  remove: '移除第 {n} 张照片',
  notAPicture: '{name}：不是照片，或者浏览器打不开。',
  heic: '{name}：这个浏览器打不开 HEIC，请把相机设为“兼容性最佳”后重拍。',
  tooLarge: '{name}：太大，请先缩小。',
  noRoom: '{name}：手机存储不够，没有加上；已有的都还在。',
  tooMany: '{name}：张数已到上限，没有加上。',
} as const
