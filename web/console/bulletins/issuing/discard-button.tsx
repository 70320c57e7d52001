import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { useDiscard } from '../queries.ts'

/** Throws a draft away, once asked. */
export function DiscardButton({ id }: { id: string }) {
  const t = useTexts(bulletinsTexts)
  const { modal } = App.useApp()
  const go = useNavigate()
  const failed = useFailureMessage()
  const discard = useDiscard(id, () => go('..'))
  const ask = () =>
    modal.confirm({
      title: t('discardConfirm'),
      content: t('discardHint'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(null).catch(failed),
    })
  return <Button onClick={ask}>{t('discard')}</Button>
}
