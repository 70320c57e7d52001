import { readText, textCollector } from './text-run.ts'
import { walkXml } from './xml.ts'

/** The strings cells point at by number. */
export function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = []
  if (xml === undefined) return strings
  const collector = textCollector()
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') collector.start()
      collector.open(name)
    },
    text: collector.text,
    close: (name) => {
      collector.close(name)
      if (name === 'si') strings.push(readText(collector.end()))
    },
  })
  return strings
}
