import { type Holding, holdingKeys, holdings } from '../../domain/privacy/holdings.ts'
import { holdingsEn } from '../../domain/privacy/holdings-en.ts'
import { holdingsZh } from '../../domain/privacy/holdings-zh.ts'
import { maskHousehold, maskIdCard, maskName, maskPhone, maskPlate } from '../../domain/privacy/masking.ts'
import { Page } from '../page.tsx'
import { countyPath, type ShownCounty, type View } from '../view.ts'
import { privacyWords } from './words.ts'

/** What personal data the service holds, from the very inventory that tests hold the tables against. */
export function PrivacyPage({ view, county }: { view: View; county: ShownCounty }) {
  const words = privacyWords[view.language]
  return (
    <Page view={view} county={county} title={words.title} description={words.lead(county.name)}>
      <h1>{words.title}</h1>
      <p>{words.lead(county.name)}</p>
      <h2>{words.rights}</h2>
      <ul>
        {words.rightsList.map((right) => (
          <li key={right}>{right}</li>
        ))}
      </ul>
      <h2>{words.kept2}</h2>
      <p>{words.keptText}</p>
      {holdingKeys.map((key) => (
        <Held key={key} holding={key} view={view} />
      ))}
      <h2>{words.masked}</h2>
      <p>{words.maskedText}</p>
      <dl className="key facts">
        {Object.entries(examples).map(([kind, shown]) => (
          <div key={kind}>
            <dt>{words.examples[kind as keyof typeof examples]}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.site}</h2>
      <p>{words.siteText}</p>
    </Page>
  )
}

export function privacyPath(county: ShownCounty): string {
  return `${countyPath(county)}/privacy`
}

function Held({ holding, view }: { holding: Holding; view: View }) {
  const words = privacyWords[view.language]
  const held = (view.language === 'zh' ? holdingsZh : holdingsEn)[holding]
  const facts = [
    [words.why, `${held.why}${words.ground[holdings[holding].ground]}`],
    [words.kept, held.kept],
    [words.seenBy, held.seenBy],
    [words.erased, held.erased],
  ] as const
  return (
    <section>
      <h2>{held.what}</h2>
      <dl className="key facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Made by the rules themselves, from nobody's data. */
const examples = {
  name: maskName('张某某'),
  household: maskHousehold('欧阳某'),
  phone: maskPhone('13800001234'),
  idCard: maskIdCard('000000000000000000'),
  plate: maskPlate('甘D00000'),
}
