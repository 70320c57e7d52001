import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { RaterFlag, RoundRaters } from '../../../schema/api/raters.ts'
import { ratersTexts } from '../../i18n/raters.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useSourceName, villageName } from '../../ui/ranking-words.ts'
import { SecondLook } from './second-look.tsx'

/** What is worth asking, never a finding: each leads to another look at the villages it is about. */
export function Questions({ round, before }: { round: RoundRaters; before: readonly RoundRaters[] }) {
  const t = useTexts(ratersTexts)
  return (
    <section>
      <h2>{t('questions', { n: round.flags.length })}</h2>
      <p className="soft">{t(round.flags.length > 0 ? 'questionsLead' : 'noQuestions')}</p>
      <ul className="rater-questions">
        {round.flags.map((flag) => (
          <Question
            key={`${flag.code} ${flag.source} ${flag.reporter} ${flag.figures.cut ?? ''}`}
            flag={flag}
            round={round.round}
            earlier={before.filter(({ flags }) => flags.some((one) => sameQuestion(one, flag))).length}
            of={before.length}
          />
        ))}
      </ul>
    </section>
  )
}

type Props = { flag: RaterFlag; round: string; earlier: number; of: number }

function Question({ flag, round, earlier, of }: Props) {
  const t = useTexts(ratersTexts)
  const source = useSourceName()
  const { county, may } = useCounty()
  const [chosen, setChosen] = useState<string[]>(() => flag.villages.map(({ id }) => id))
  const [looking, setLooking] = useState(false)
  return (
    <li>
      <h3>
        {flag.name} <span className="soft">{source(flag.source)}</span>
      </h3>
      <p>
        {useAsked()(flag)}
        {earlier > 0 && <strong> {t('askedBefore', { n: earlier, of })}</strong>}
      </p>
      {flag.villages.length > 0 && (
        <fieldset className="rater-villages">
          <legend className="soft">{t('about')}</legend>
          {flag.villages.map(({ id, name, townshipName }) => (
            <span key={id}>
              <Checkbox
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              >
                {villageName(name)} <span className="soft">{townshipName}</span>
              </Checkbox>{' '}
              <Link to={`/${county}/rounds/${round}/why/${id}`}>{t('why')}</Link>
            </span>
          ))}
        </fieldset>
      )}
      {may('visit.write') && flag.villages.length > 0 && (
        <Button disabled={chosen.length === 0} onClick={() => setLooking(true)}>
          {t('secondLook', { n: chosen.length })}
        </Button>
      )}
      {looking && (
        <SecondLook
          villages={flag.villages.filter(({ id }) => chosen.includes(id))}
          questioned={flag.reporter}
          close={() => setLooking(false)}
        />
      )}
    </li>
  )
}

/** The question in words, with its figures. */
function useAsked(): (flag: RaterFlag) => string {
  const t = useTexts(ratersTexts)
  return ({ code, figures }) => {
    const n = (key: string) => Math.round((figures[key] ?? 0) * 10) / 10
    switch (code) {
      case 'severe':
      case 'lenient':
        return t(`ask_${code}`, { points: Math.round(n('points')), n: n('n') })
      case 'tied':
        return t('ask_tied', { tied: n('tied'), of: n('of') })
      case 'heaped':
        return t('ask_heaped', {
          ...{ from: n('cut'), to: Math.round((n('cut') + n('width')) * 10) / 10 },
          ...{ above: n('above'), below: n('below'), next: n('next') },
        })
      case 'opposed':
        return t('ask_opposed', { inverted: n('inverted'), pairs: n('pairs') })
      case 'reds_moved':
        return t('ask_reds_moved', { own: n('own'), moved: n('moved') })
    }
  }
}

function sameQuestion(a: RaterFlag, b: RaterFlag): boolean {
  return a.code === b.code && a.source === b.source && a.reporter === b.reporter
}
