import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Catalogue, type Language, type Texts, type Translate, translator } from '../i18n/catalogue.ts'

const Current = createContext<{ language: Language; switchTo: (language: Language) => void } | undefined>(
  undefined,
)

/** Gives everything below it one language, and keeps the choice in the cookie `lang`, which the Worker reads too. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(chosenLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const current = useMemo(
    () => ({
      language,
      switchTo: (next: Language) => {
        keepLanguage(next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return <Current value={current}>{children}</Current>
}

/** The language on screen and how to change it. */
export function useLanguage() {
  const current = useContext(Current)
  if (!current) throw new Error('useLanguage outside LanguageProvider')
  return current
}

/** The texts of one catalogue in the language on screen: `const t = useTexts(areas); t('count', { n: 151 })`. */
export function useTexts<Zh extends Texts>(catalogue: Catalogue<Zh>): Translate<Zh> {
  const { language } = useLanguage()
  return useMemo(() => translator(catalogue, language), [catalogue, language])
}

/** The same choice as the Worker's: the cookie, else the browser's first language that we speak, else Chinese. */
export function chosenLanguage(): Language {
  const cookie = /(?:^|;\s*)lang=(zh|en)/.exec(document.cookie)?.[1]
  if (cookie === 'zh' || cookie === 'en') return cookie
  for (const tag of navigator.languages ?? []) {
    if (/^zh/i.test(tag)) return 'zh'
    if (/^en/i.test(tag)) return 'en'
  }
  return 'zh'
}

function keepLanguage(language: Language) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in half of the browsers served
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`
}
