import { Button, Input } from 'antd'
import { meetingsTexts } from '../../../i18n/meetings.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import type { MeetingValues } from './meeting-values.ts'

type Speeches = MeetingValues['speeches']

/** Who said what, in order. */
export function SpeechFields({ speeches, change }: { speeches: Speeches; change: (all: Speeches) => void }) {
  const t = useTexts(meetingsTexts)
  const set = (key: number, part: Partial<Speeches[number]>) =>
    change(speeches.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <fieldset>
      <legend>{t('speeches')}</legend>
      {speeches.map((one, at) => (
        <div key={one.key} className="speech-fields">
          <FormField label={t('speaker')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={one.speaker}
                onChange={({ target }) => set(one.key, { speaker: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('speech')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 16 }}
                maxLength={4000}
                value={one.text}
                onChange={({ target }) => set(one.key, { text: target.value })}
              />
            )}
          </FormField>
          <Button
            type="text"
            aria-label={t('removeSpeech', { n: at + 1 })}
            onClick={() => change(speeches.filter(({ key }) => key !== one.key))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          change([
            ...speeches,
            { key: Math.max(-1, ...speeches.map(({ key }) => key)) + 1, speaker: '', text: '' },
          ])
        }
      >
        {t('addSpeech')}
      </Button>
    </fieldset>
  )
}
