import { verbsEn } from './verbs-en.ts'
import { verbsZh } from './verbs-zh.ts'

/** The words of a verb such as `area.add`; a verb without words is shown as it is. */
export function verbWords(verb: string, language: 'zh' | 'en'): string {
  const words: Readonly<Record<string, string>> = language === 'zh' ? verbsZh : verbsEn
  return words[`verb_${verb}`] ?? verb
}
