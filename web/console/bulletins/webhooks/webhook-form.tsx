import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import {
  type Webhook,
  type WebhookEvent,
  type WebhookFormat,
  webhookEvents,
  webhookFormats,
} from '../../../../schema/api/webhooks.ts'
import { addressFault } from '../../../../worker/domain/webhooks/address.ts'
import { webhooksTexts } from '../../../i18n/webhooks.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useAddWebhook, useChangeWebhook } from './queries.ts'

/** A new webhook, or one to change: its address and secret are typed anew or stay as they are. */
export function WebhookForm({ webhook, close }: { webhook?: Webhook; close: () => void }) {
  const t = useTexts(webhooksTexts)
  const [id] = useState(newUuid)
  const [name, setName] = useState(webhook?.name ?? '')
  const [format, setFormat] = useState<WebhookFormat>(webhook?.format ?? 'wecom')
  const [url, setUrl] = useState('')
  const [secret, setSecret] = useState('')
  const [events, setEvents] = useState<WebhookEvent[]>(webhook?.events ?? [...webhookEvents])
  const add = useAddWebhook(close)
  const change = useChangeWebhook(close)
  const { error, isPending } = webhook ? change : add
  const fault = url.trim() === '' ? null : addressFault(url.trim())
  const refused = error instanceof ApiProblem ? error.at('url') : undefined
  const given = { ...(secret.trim() === '' ? {} : { secret: secret.trim() }), events, name: name.trim() }
  const submit = () =>
    webhook
      ? change.mutate({ id: webhook.id, ...given, ...(url.trim() === '' ? {} : { url: url.trim() }) })
      : add.mutate({ id, format, url: url.trim(), ...given })
  return (
    <FormDialog
      title={t(webhook ? 'edit' : 'add')}
      submitLabel={t(webhook ? 'saveWebhook' : 'add')}
      busy={isPending}
      disabled={
        name.trim() === '' || events.length === 0 || fault !== null || (!webhook && url.trim() === '')
      }
      error={refused === undefined ? error : undefined}
      submit={submit}
      close={close}
    >
      <FormField label={t('name')} hint={t('nameHint')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </FormField>
      {!webhook && (
        <FormField label={t('format')} hint={t(`formatHint_${format}`)}>
          {(control) => (
            <Select<WebhookFormat>
              {...control}
              value={format}
              onChange={setFormat}
              options={webhookFormats.map((value) => ({ value, label: t(`format_${value}`) }))}
            />
          )}
        </FormField>
      )}
      <FormField
        label={t('address')}
        hint={webhook ? t('addressKept', { host: webhook.host }) : t('addressHint')}
        error={fault === null ? refused : t(`address_${fault}`)}
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            maxLength={500}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        )}
      </FormField>
      {format !== 'wecom' && (
        <FormField label={t('secret')} hint={t(webhook?.signed ? 'secretKept' : `secretHint_${format}`)}>
          {(control) => (
            <Input.Password
              {...control}
              autoComplete="off"
              minLength={8}
              maxLength={200}
              value={secret}
              onChange={({ target }) => setSecret(target.value)}
            />
          )}
        </FormField>
      )}
      <fieldset className="form-field">
        <legend>{t('events')}</legend>
        <Checkbox.Group
          value={events}
          onChange={setEvents}
          options={webhookEvents.map((value) => ({ value, label: t(`event_${value}`) }))}
        />
      </fieldset>
    </FormDialog>
  )
}
