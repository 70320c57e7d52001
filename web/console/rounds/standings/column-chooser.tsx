import { Button, Checkbox, Popover } from 'antd'
import { standingsTexts } from '../../../i18n/standings.ts'
import { useTexts } from '../../../lib/language.tsx'

type Props<Key extends string> = {
  options: readonly { key: Key; title: string }[]
  chosen: readonly Key[]
  choose: (keys: readonly Key[]) => void
}

/** Which columns a table shows. */
export function ColumnChooser<Key extends string>({ options, chosen, choose }: Props<Key>) {
  const t = useTexts(standingsTexts)
  const list = (
    <fieldset className="column-chooser">
      <legend className="sr-only">{t('columns')}</legend>
      {options.map(({ key, title }) => (
        <Checkbox
          key={key}
          checked={chosen.includes(key)}
          onChange={({ target }) =>
            choose(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
          }
        >
          {title}
        </Checkbox>
      ))}
      <p className="soft">{t('columnsHint')}</p>
    </fieldset>
  )
  return (
    // Beside its button also in the order of the keyboard.
    <span className="column-chooser-place">
      <Popover
        content={list}
        trigger="click"
        placement="bottomRight"
        getPopupContainer={(button) => button.parentElement ?? document.body}
      >
        <Button>{t('columns')}</Button>
      </Popover>
    </span>
  )
}
