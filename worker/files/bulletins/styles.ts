import { fonts } from './fonts.ts'
import { letterSpacing, line, size, smallLine, twoCharacters } from './measures.ts'

type Font = (typeof fonts)[keyof typeof fonts]
type Style = {
  id: string
  name: string
  font: Font
  /** In half-points. */
  size: number
  line: number
  align?: 'center' | 'left'
  indented?: boolean
  keepNext?: boolean
  /** 0 for the highest. */
  outline?: number
}

const heading = { size: size.body, line, indented: true, keepNext: true }
const small = { size: size.table, line: smallLine }
const all: readonly Style[] = [
  { id: 'Title', name: 'Title', font: fonts.title, size: size.title, line, align: 'center' },
  { id: 'Heading1', name: 'heading 1', font: fonts.heading, outline: 0, ...heading },
  { id: 'Heading2', name: 'heading 2', font: fonts.second, outline: 1, ...heading },
  { id: 'Heading3', name: 'heading 3', font: fonts.body, outline: 2, ...heading },
  { id: 'Heading4', name: 'heading 4', font: fonts.body, outline: 3, ...heading },
  { id: 'Masthead', name: '发文机关标志', font: fonts.title, size: size.title, line, align: 'center' },
  { id: 'Caption', name: 'caption', font: fonts.second, align: 'center', ...small },
  { id: 'TableHead', name: '表头', font: fonts.heading, align: 'center', ...small },
  { id: 'TableText', name: '表格文字', font: fonts.body, align: 'left', ...small },
  { id: 'TableNumber', name: '表格数字', font: fonts.body, align: 'center', ...small },
]

/** The document's styles; whatever names none is body text. */
export function stylesXml(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${runOf(fonts.body, size.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
  // Lines and characters are set to the grid's measures and taken off it: not every program fits 28 characters of 16 pt
  // into the width by the grid alone.
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="${line}" w:lineRule="exact"/></w:pPr><w:rPr>${runOf(fonts.body, size.body)}</w:rPr></w:style>`
  const tables = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${normal}${tables}${all.map(styleOf).join('')}</w:styles>`
}

function styleOf({ id, name, font, size: half, line: high, align, indented, keepNext, outline }: Style) {
  const paragraph = [
    keepNext ? '<w:keepNext/>' : '',
    `<w:spacing w:line="${high}" w:lineRule="exact"/>`,
    indented ? `<w:ind w:firstLine="${twoCharacters}" w:firstLineChars="200"/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ]
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${paragraph.join('')}</w:pPr><w:rPr>${runOf(font, half)}</w:rPr></w:style>`
}

function runOf({ ascii, hAnsi, eastAsia, cs }: Font, half: number): string {
  return `<w:rFonts w:ascii="${ascii}" w:hAnsi="${hAnsi}" w:eastAsia="${eastAsia}" w:cs="${cs}"/><w:spacing w:val="${half === size.body ? letterSpacing : 0}"/><w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`
}
