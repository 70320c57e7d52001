import { Input, Radio } from 'antd'
import { BulletinVisibility } from '../../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import type { Written } from './use-draft.ts'

type Props = { written: Written; change: (part: Partial<Written>) => void }

/** What stands over the body, and who may read it. */
export function DraftHead({ written: { title, issuer, number, visibility }, change }: Props) {
  const t = useTexts(bulletinsTexts)
  return (
    <div className="bulletin-head">
      <FormField label={t('titleColumn')} error={title.trim() === '' ? t('titleMissing') : undefined}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </FormField>
      <FormField label={t('issuer')} hint={t('issuerHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={issuer ?? ''}
            onChange={({ target }) => change({ issuer: target.value || null })}
          />
        )}
      </FormField>
      <FormField label={t('number')} hint={t('numberHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={number ?? ''}
            onChange={({ target }) => change({ number: target.value || null })}
          />
        )}
      </FormField>
      <fieldset className="form-field">
        <legend>{t('visibility')}</legend>
        <Radio.Group
          value={visibility}
          onChange={({ target }) => change({ visibility: target.value })}
          options={BulletinVisibility.options.map((value) => ({ value, label: t(`visible_${value}`) }))}
        />
      </fieldset>
    </div>
  )
}
