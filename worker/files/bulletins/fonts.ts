/** A run's fonts: Chinese by name, Latin letters and digits beside it. Named, never embedded. */
export function fontOf(chinese: string, latin = 'Times New Roman') {
  return { eastAsia: chinese, ascii: latin, hAnsi: latin, cs: latin }
}

export const fonts = {
  body: fontOf('仿宋_GB2312'),
  title: fontOf('方正小标宋简体'),
  heading: fontOf('黑体'),
  second: fontOf('楷体_GB2312'),
  pageNumber: fontOf('宋体', '宋体'),
} as const

/** What stands in where a computer lacks a font, the nearest first. */
const fallbacks: Readonly<Record<string, { others: string; family: string }>> = {
  仿宋_GB2312: { others: '仿宋;FangSong;STFangsong;Noto Serif CJK SC', family: 'modern' },
  方正小标宋简体: { others: '方正小标宋_GBK;小标宋;华文中宋;宋体;Noto Serif CJK SC', family: 'roman' },
  黑体: { others: 'SimHei;Heiti SC;Noto Sans CJK SC', family: 'modern' },
  楷体_GB2312: { others: '楷体;KaiTi;STKaiti;Noto Serif CJK SC', family: 'modern' },
  宋体: { others: 'SimSun;STSong;Noto Serif CJK SC', family: 'auto' },
}

/** The document's table of fonts. */
export function fontTable(): string {
  const rows = Object.entries(fallbacks).map(
    ([name, { others, family }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  )
  const latin = '<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${rows.join('')}${latin}</w:fonts>`
}
