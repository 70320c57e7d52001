import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { BulletinContent, DataValues } from '../../../../schema/api/bulletin-content.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import type { PhotoAddress } from '../../../ui/bulletin/content.tsx'
import { extensions } from './extensions.ts'
import { InsertPictures } from './insert-pictures.tsx'
import { contentOf, type Piece, pieceOf } from './shape.ts'
import { ShownContext } from './shown.ts'
import { Toolbar } from './toolbar.tsx'

type Props = {
  /** What stands there at first; another `key` begins anew. */
  first: BulletinContent
  data: DataValues
  photo: PhotoAddress
  change: (content: BulletinContent) => void
}

/** The body of a draft, as it will look on paper, with its tools above. */
export default function BodyEditor({ first, data, photo, change }: Props) {
  const t = useTexts(bulletinsTexts)
  const [adding, setAdding] = useState(false)
  const changed = useRef(change)
  useEffect(() => {
    changed.current = change
  }, [change])
  const editor = useEditor({
    extensions,
    content: pieceOf(first) as never,
    // Its styles stand in our own style sheet: the policy of the page allows no others.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'bulletin-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('bodyLabel'),
      },
    },
    onUpdate: ({ editor: one }) => changed.current(contentOf(one.getJSON() as Piece)),
  })
  const shown = useMemo(() => ({ data, photo }), [data, photo])
  return (
    <ShownContext value={shown}>
      <Toolbar editor={editor} addPicture={() => setAdding(true)} />
      <EditorContent editor={editor} />
      {adding && (
        <InsertPictures
          data={data}
          photo={photo}
          close={() => setAdding(false)}
          insert={(photos) => {
            setAdding(false)
            const pictures = photos.map((attrs) => ({ type: 'picture', attrs }))
            editor.chain().focus().insertContent(pictures).run()
          }}
        />
      )}
    </ShownContext>
  )
}
