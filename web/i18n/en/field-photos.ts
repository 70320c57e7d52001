import type { English } from '../catalogue.ts'
import type { fieldPhotos as zh } from '../zh/field-photos.ts'

export const fieldPhotos: English<typeof zh> = {
  camera: 'Camera',
  album: 'Album',
  preparing: 'Preparing…',
  nth: 'Photo {n}',
  remove: 'Remove photo {n}',
  notAPicture: '{name}: not a picture, or this browser cannot open it.',
  heic: '{name}: this browser cannot open HEIC. Set the camera to “Most compatible” and take it again.',
  tooLarge: '{name}: too large. Make it smaller first.',
  noRoom: '{name}: not added for want of room. All others are kept.',
  tooMany: '{name}: not added, there are as many photos as may be.',
}
