/** What never is text: styles, scripts, comments' carriers, pictures that are not the county's. */
const noise = 'style,script,meta,link,title,xml,img,svg,video,audio,iframe,object,template'

/**
 * HTML from Word, WPS or a web page, rid of what is not text. What remains is taken in as far as the editor's closed
 * set of nodes has a place for it; everything else becomes text. List numbers that Word wrote stay as they read.
 */
export function cleaned(html: string): string {
  // WPS and Word put fragments between conditional comments, which would swallow or repeat text.
  const fragments = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]]*\]>/g, '')
  // Before anything is parsed: the page's policy complains of a style sheet wherever it meets one.
  const bare = fragments.replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
  const page = new DOMParser().parseFromString(withoutInline(bare), 'text/html')
  for (const element of page.querySelectorAll(noise)) element.remove()
  for (const inner of page.querySelectorAll('table table')) inner.replaceWith(...paragraphsOf(inner))
  for (const element of page.querySelectorAll('h5,h6'))
    element.replaceWith(paragraph(element.textContent ?? ''))
  for (const element of page.querySelectorAll(`[${set}]`)) plain(element)
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    text.textContent = (text.textContent ?? '').replace(/[\u00a0\u2002\u2003]+/g, ' ')
  }
  for (const element of page.querySelectorAll('p,h1,h2,h3,h4,li')) unindented(element)
  return page.body.innerHTML
}

function paragraphsOf(table: Element): HTMLElement[] {
  return [...table.querySelectorAll('tr')].map((row) =>
    paragraph([...row.querySelectorAll('td,th')].map((cell) => cell.textContent?.trim() ?? '').join(' ')),
  )
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}

/** Where what stood in `style` waits to be read. */
const set = 'data-set'

/** The page's policy lets no markup bring styles or handlers of its own, and complains of each it meets. */
function withoutInline(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/(\s)style\s*=/gi, `$1${set}=`).replace(/(\s)on\w+\s*=/gi, '$1data-on='),
  )
}

/** Of a style only what has a meaning here, said with the editor's own elements and classes. */
function plain(element: Element): void {
  const { style } = document.createElement('span')
  style.cssText = element.getAttribute(set) ?? ''
  const { textAlign, fontWeight, fontStyle, textDecoration } = style
  element.removeAttribute(set)
  if (['center', 'right'].includes(textAlign)) element.classList.add(`bulletin-${textAlign}`)
  if (fontWeight === 'bold' || Number(fontWeight) >= 600) mark(element, 'strong')
  if (fontStyle === 'italic') mark(element, 'em')
  if (textDecoration.includes('underline')) mark(element, 'u')
  // A web editor's way of saying "from here on": a bold element that is not bold.
  if (element.tagName === 'B' && fontWeight === 'normal') element.replaceWith(...element.childNodes)
}

/** Marks all that stands in an element, of a table or a list what stands in each of its parts. */
function mark(element: Element, as: 'strong' | 'em' | 'u'): void {
  const parts = element.matches('table,thead,tbody,tr,ul,ol')
    ? element.querySelectorAll('td,th,li')
    : [element]
  for (const part of parts) {
    const marked = document.createElement(as)
    marked.append(...part.childNodes)
    part.append(marked)
  }
}

/** Full-width spaces at the beginning: the paper indents by itself. */
function unindented(element: Element): void {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    text.textContent = (text.textContent ?? '').replace(/^[\s\u3000]+/, '')
    if (text.textContent !== '') return
  }
}
