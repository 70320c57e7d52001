import { App, Button } from 'antd'
import { whyTexts } from '../../../i18n/why.ts'
import { useTexts } from '../../../lib/language.tsx'

/** Puts the page's address on the clipboard: whoever opens it signs in and sees what their own account may see. */
export function CopyLink({ path }: { path: string }) {
  const t = useTexts(whyTexts)
  const { message } = App.useApp()
  const link = `${location.origin}${path}`
  const copy = () => {
    // The clipboard is closed to pages on plain HTTP.
    const written = navigator.clipboard ? navigator.clipboard.writeText(link) : Promise.reject()
    written.then(
      () => message.success(t('linkCopied')),
      () => message.info(t('linkByHand', { link }), 20),
    )
  }
  return <Button onClick={copy}>{t('copyLink')}</Button>
}
