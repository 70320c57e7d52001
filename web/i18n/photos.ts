import { catalogue } from './catalogue.ts'
import { photos as en } from './en/photos.ts'
import { photos as zh } from './zh/photos.ts'

export const photosTexts = catalogue(zh, en)
