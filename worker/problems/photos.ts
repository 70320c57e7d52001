import type { ProblemEntry } from './entry.ts'

/** `photo_` and the fault of worker/files/photos/bytes.ts, and what else can keep a photo out. */
export const photoProblems = {
  photo_type: {
    status: 415,
    zh: ['不是照片', '只接收 JPEG、PNG、WebP、HEIC 照片，且内容要与所报类型一致。'],
    en: [
      'Not a photo',
      'Only JPEG, PNG, WebP and HEIC are accepted, and the bytes must be of the declared type.',
    ],
  },
  photo_damaged: {
    status: 422,
    zh: ['照片不完整', '照片的内容不完整或已损坏，请重新选择后再传。'],
    en: ['Damaged photo', 'The photo is cut off or damaged. Choose it again and upload it anew.'],
  },
  photo_dimensions: {
    status: 422,
    zh: ['照片尺寸过大', '照片为 {width}×{height} 像素；最多 {megapixels} 百万像素，每边不超过 {side}。'],
    en: [
      'Too many pixels',
      'The photo has {width}×{height} pixels; at most {megapixels} megapixels and {side} a side are accepted.',
    ],
  },
  photo_hash: {
    status: 422,
    zh: ['照片没有传全', '收到的内容与照片的校验值不符，请再传一次。'],
    en: ['Upload incomplete', 'What arrived does not have the hash that was given. Upload it again.'],
  },
  photo_expiring: {
    status: 409,
    zh: ['请稍后再传', '同样的照片正在清理，请过几分钟换一个编号再传。'],
    en: [
      'Try again shortly',
      'The same photo is being cleared away. Upload it under a new id in a few minutes.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
