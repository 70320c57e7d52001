import { Button, Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ColumnDetail, ColumnPhoto } from '../../../../schema/api/columns.ts'
import { isShown, mayAct } from '../../../../worker/domain/columns/acts.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { useColumnDeed, useSendBlurred } from '../queries.ts'

const BlurDialog = lazy(() =>
  import('../../../ui/blur/blur-dialog.tsx').then(({ BlurDialog }) => ({ default: BlurDialog })),
)

type Props = { article: ColumnDetail; photo: ColumnPhoto; no: number }

/** A photo as readers see it; beside it, for those who write and review, the photo it was made from. */
export function ArticlePhoto({ article, photo, no }: Props) {
  const t = useTexts(columnsTexts)
  const { role, caption, url, originalUrl, blurred, width, height } = photo
  const alt = caption === '' ? t('nthPhoto', { n: no }) : caption
  const beside = originalUrl !== null && (blurred || url === null)
  return (
    <section className="column-photo" aria-label={t('nthPhoto', { n: no })}>
      <div className="pair">
        {beside && (
          <figure>
            <figcaption className="soft">{t('original')}</figcaption>
            <img src={originalUrl} alt={t('originalOf', { n: no })} loading="lazy" />
          </figure>
        )}
        <figure>
          {beside && <figcaption className="soft">{t('asShown')}</figcaption>}
          {url === null ? (
            <p className="wrong">{t(originalUrl === null ? 'notThere' : 'notBlurred')}</p>
          ) : (
            <img src={url} alt={alt} width={width} height={height} loading="lazy" />
          )}
          <figcaption>
            {role === 'after' && <strong>{t('after')} </strong>}
            {caption}
          </figcaption>
        </figure>
      </div>
      <PhotoActs article={article} photo={photo} no={no} />
    </section>
  )
}

function PhotoActs({ article, photo: { photo, blur, blurred, originalUrl }, no }: Props) {
  const t = useTexts(columnsTexts)
  const { member, may } = useCounty()
  const said = useUndoable()
  const send = useSendBlurred(article.id)
  const [blurring, setBlurring] = useState(false)
  const mark = useColumnDeed(article.id)
  const shown = isShown(article.state)
  const marks = mayAct(member, 'mark', article) && !(shown && blur)
  // Once it stands in the column, only what was marked is blurred, by a reviewer.
  const blurs = shown ? may('column.review') && blur && !blurred : mayAct(member, 'change', article)
  if (originalUrl === null || (!marks && !blurs)) return null
  return (
    <div className="toolbar">
      {marks && (
        <Checkbox
          checked={blur}
          disabled={mark.isPending}
          onChange={({ target }) => mark.mutate({ act: 'mark', photo, blur: target.checked })}
        >
          {t('needsBlur')}
        </Checkbox>
      )}
      {blurs && (
        <Button
          onClick={() => setBlurring(true)}
          aria-label={`${t(blurred ? 'blurAgain' : 'blur')} · ${t('nthPhoto', { n: no })}`}
        >
          {t(blurred ? 'blurAgain' : 'blur')}
        </Button>
      )}
      {mark.error && <ErrorState error={mark.error} />}
      {blurring && (
        <Suspense>
          <BlurDialog
            url={originalUrl}
            save={async (jpeg) => {
              await send(photo, jpeg)
              said(t('didBlur'))
            }}
            close={() => setBlurring(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
