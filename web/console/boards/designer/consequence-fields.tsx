import { Button, Checkbox, InputNumber, Select } from 'antd'
import { Band, ConsequenceKind, Post } from '../../../../schema/api/ranking.ts'
import { boardsTexts } from '../../../i18n/boards.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FieldGroup } from './field-group.tsx'
import { nextId, type RuleValues } from './policy-values.ts'
import type { PolicyDraft } from './use-policy.ts'

const talk: Omit<RuleValues, 'id'> = {
  ...{ band: 'red', streakAtLeast: 1, kind: 'interview', targets: ['village_lead', 'village_head'] },
  ...{ grouped: false, dueInDays: 3 },
}

/** A red banner handed on (流动红旗): praise for those who stay green. */
const banner: Omit<RuleValues, 'id'> = {
  ...{ band: 'green', streakAtLeast: 4, kind: 'commend', targets: [], grouped: false, dueInDays: 7 },
}

/** What follows the publication of a round, rule by rule. */
export function ConsequenceFields({ draft }: { draft: PolicyDraft }) {
  const t = useTexts(boardsTexts)
  const p = useTexts(policyTexts)
  const { values, change, at } = draft
  const rules = values.consequences
  const set = (consequences: RuleValues[]) => change({ consequences })
  const add = (rule: Omit<RuleValues, 'id'>) => set([...rules, { ...rule, id: nextId(rules) }])
  return (
    <FieldGroup label={t('consequences')} hint={p('consequencesHint')}>
      <div className="policy-rows">
        {rules.length === 0 && <p className="soft">{t('noConsequences')}</p>}
        {rules.map((rule, i) => (
          <RuleRow
            key={rule.id}
            no={i + 1}
            rule={rule}
            problems={['streakAtLeast', 'dueInDays', 'targets'].flatMap(
              (field) => at(`consequences.${i}.${field}`) ?? [],
            )}
            set={(part) => set(rules.map((one) => (one.id === rule.id ? { ...one, ...part } : one)))}
            remove={() => set(rules.filter(({ id }) => id !== rule.id))}
          />
        ))}
      </div>
      <Button onClick={() => add(talk)}>{p('addRule')}</Button>
      <Button onClick={() => add(banner)}>{p('addBanner')}</Button>
    </FieldGroup>
  )
}

type RowProps = {
  no: number
  rule: RuleValues
  problems: readonly string[]
  set: (part: Partial<RuleValues>) => void
  remove: () => void
}

/** 红 连续 1 期起：约谈 包村领导、村主要负责人，3 天内 */
function RuleRow({ no, rule, problems, set, remove }: RowProps) {
  const p = useTexts(policyTexts)
  const words = useTexts(rankingTexts)
  const postName = useTexts(rolesTexts)
  const bandName = useTexts(uiTexts)
  const label = (field: string) => p('ruleField', { n: no, field })
  return (
    <div className="source-row">
      <Select
        aria-label={label(p('band'))}
        style={{ minWidth: 72 }}
        value={rule.band}
        onChange={(band) => set({ band })}
        options={Band.options.map((value) => ({ value, label: bandName(value) }))}
      />
      <span className="side-fields">
        <span>{p('streak')}</span>
        <InputNumber
          aria-label={label(p('streak'))}
          min={1}
          precision={0}
          style={{ width: 64 }}
          value={rule.streakAtLeast}
          onChange={(streakAtLeast) => set({ streakAtLeast })}
        />
        <span>{p('streakAfter')}</span>
      </span>
      <Select
        aria-label={label(p('kind'))}
        style={{ minWidth: 88 }}
        value={rule.kind}
        onChange={(kind) => set({ kind })}
        options={ConsequenceKind.options.map((value) => ({ value, label: words(`consequence_${value}`) }))}
      />
      <Select
        mode="multiple"
        aria-label={label(p('targets'))}
        placeholder={p('targets')}
        style={{ minWidth: 200 }}
        value={rule.targets}
        onChange={(targets) => set({ targets })}
        options={Post.options.map((value) => ({ value, label: postName(value) }))}
      />
      <Checkbox checked={rule.grouped} onChange={({ target }) => set({ grouped: target.checked })}>
        {p('grouped')}
      </Checkbox>
      <span className="side-fields">
        <span>{p('due')}</span>
        <InputNumber
          aria-label={label(p('dueDays'))}
          min={0}
          precision={0}
          style={{ width: 64 }}
          value={rule.dueInDays}
          onChange={(dueInDays) => set({ dueInDays })}
        />
        <span>{p('dueAfter')}</span>
      </span>
      <Button type="text" onClick={remove} aria-label={p('removeRule', { n: no })}>
        ×
      </Button>
      {problems.length > 0 && <span className="wrong">{problems.join(' ')}</span>}
    </div>
  )
}
