import { type ReactNode, useId, useState } from 'react'
import type { FieldArea } from '../../../schema/api/field.ts'
import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { searchAreas } from './area-search.ts'
import { within } from './areas.ts'

type Props = {
  /** All areas of the bundle, to say where each lies. */
  areas: readonly FieldArea[]
  /** Those that may be chosen. */
  among: readonly FieldArea[]
  label: string
  choose: (area: FieldArea) => void
  /** Shown while nothing is typed: the likely ones. */
  children?: ReactNode
}

/** Finds an area by name, or by the initials of its pinyin. */
export function AreaPicker({ areas, among, label, choose, children }: Props) {
  const t = useTexts(fieldTexts)
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = searchAreas(among, typed)
  return (
    <div className="area-picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        placeholder={t('searchHint')}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed.trim() === '' ? (
        children
      ) : (
        <>
          <p className="sr-only" role="status">
            {t('foundCount', { n: found.length })}
          </p>
          {found.length === 0 ? (
            <p className="soft">{t('noneFound')}</p>
          ) : (
            <AreaList {...{ areas, found, choose }} />
          )}
        </>
      )}
    </div>
  )
}

/** Areas as rows to tap. */
export function AreaList({
  areas,
  found,
  choose,
}: {
  areas: readonly FieldArea[]
  found: readonly FieldArea[]
  choose: (area: FieldArea) => void
}) {
  return (
    <ul className="rows">
      {found.map((area) => (
        <li key={area.id}>
          <button type="button" className="row" onClick={() => choose(area)}>
            <strong>{villageName(area.name)}</strong>
            <span className="soft">{within(areas, area.id)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
