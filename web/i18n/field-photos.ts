import { catalogue } from './catalogue.ts'
import { fieldPhotos as en } from './en/field-photos.ts'
import { fieldPhotos as zh } from './zh/field-photos.ts'

export const fieldPhotosTexts = catalogue(zh, en)
