import type { FieldBundle } from '../../../schema/api/field.ts'
import type { Body, FieldPhoto, FieldRecord, Room } from './records.ts'

/**
 * Everything a member has on this phone, behind one door. Every method resolves only once the change is on disk;
 * `subscribe` tells of each change, also of those made by another tab or by the sending.
 */
export type FieldStore = {
  /** The last bundle fetched, or undefined before the first sync. */
  bundle(): Promise<FieldBundle | undefined>
  /** A small picture of an issue kept for offline, as an object URL's blob. */
  thumbnail(photo: string): Promise<Blob | undefined>

  records(): Promise<FieldRecord[]>
  record(id: string): Promise<FieldRecord | undefined>
  /** Starts a draft and answers its id. */
  begin(body: Body, title: string): Promise<string>
  /** Writes a draft's body; called at every tap. Refused (false) once the record is on its way. */
  write(id: string, body: Body, title?: string): Promise<boolean>
  /** The draft is finished: it waits to be sent, and sending starts by itself. */
  finish(id: string): Promise<void>
  /** A refused or waiting record becomes a draft again. */
  reopen(id: string): Promise<void>
  /** Throws a draft or a refused record away, photos included; never a record on its way. */
  discard(id: string): Promise<void>
  /** Brings back what `discard` took, as long as the app stays open. */
  undiscard(id: string): Promise<void>

  photos(record: string): Promise<FieldPhoto[]>
  /** Shrinks and keeps picked files; answers what could not be taken and why. */
  addPhotos(
    record: string,
    files: readonly File[],
    as: Pick<FieldPhoto, 'of' | 'role'>,
  ): Promise<readonly { name: string; why: 'notAPicture' | 'heic' | 'tooLarge' | 'noRoom' | 'tooMany' }[]>
  removePhoto(id: string): Promise<void>
  /** The picture itself, for the screen: the small copy, or the whole. */
  picture(id: string, size: 'small' | 'whole'): Promise<Blob | undefined>

  room(): Promise<Room>
  /** Asks the browser to keep what is here; answers whether it will. */
  persist(): Promise<boolean>

  /** Everything not yet acknowledged, as one file for another phone or the console. */
  handOver(): Promise<Blob>
  /** Takes such a file in; what is here already stays as it is. */
  takeOver(file: Blob): Promise<{ records: number; photos: number; known: number }>

  subscribe(changed: () => void): () => void
}
