import type { Photo } from '../../../schema/api/photos.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type PhotoRow, photoUrls } from '../../data/photos.ts'

/** A photo as its uploader sees it. */
export function photoOf(db: CountyDb, row: PhotoRow): Photo {
  const { id, mime, width, height, takenAt, place, sha256, bytes } = row
  return {
    ...{ id, mime, width, height, takenAt, place, sha256, bytes },
    ...photoUrls(db, id),
    thumbnail: row.thumbnail !== null,
    derivative: row.derivative !== null,
  }
}
