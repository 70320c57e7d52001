import { useEffect, useState } from 'react'
import { useField } from '../field-context.tsx'
import type { FieldStore } from '../store/store.ts'

/** A photo kept on this phone. */
export function Picture({
  photo,
  size = 'small',
  alt,
}: {
  photo: string
  size?: 'small' | 'whole'
  alt: string
}) {
  const address = usePicture((store) => store.picture(photo, size), `${photo} ${size}`)
  return address === undefined ? (
    <span className="no-picture" role="img" aria-label={alt} />
  ) : (
    <img src={address} alt={alt} />
  )
}

/** A small picture of an issue: the one kept for offline, else the service's own. */
export function Thumbnail({ photo, url, alt }: { photo: string; url: string; alt: string }) {
  const address = usePicture((store) => store.thumbnail(photo), photo)
  return <img src={address ?? url} alt={alt} />
}

/** The address of a blob for as long as it is on screen; undefined until there is one. */
export function usePicture(
  read: (store: FieldStore) => Promise<Blob | undefined>,
  key: string,
): string | undefined {
  const { store } = useField()
  const [address, setAddress] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `read` closes over
  useEffect(() => {
    let made: string | undefined
    let gone = false
    read(store).then((blob) => {
      if (!blob || gone) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      gone = true
      setAddress(undefined)
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [store, key])
  return address
}
