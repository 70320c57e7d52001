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
  const page = new DOMParser().parseFromString(bare, 'text/html')
  for (const element of page.querySelectorAll(noise)) element.remove()
  for (const inner of page.querySelectorAll('table table')) inner.replaceWith(...paragraphsOf(inner))
  for (const element of page.querySelectorAll('h5,h6'))
    element.replaceWith(paragraph(element.textContent ?? ''))
  for (const element of page.querySelectorAll<HTMLElement>('[style]')) plain(element)
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

/** Of a style only what has a meaning here. */
function plain(element: HTMLElement): void {
  const { textAlign, fontWeight, fontStyle, textDecoration } = element.style
  const bold = fontWeight === 'bold' || Number(fontWeight) >= 600
  element.removeAttribute('style')
  // A web editor's way of saying "from here on": a bold element that is not bold.
  if (element.tagName === 'B' && fontWeight === 'normal') element.replaceWith(...element.childNodes)
  if (['center', 'right'].includes(textAlign)) element.style.textAlign = textAlign
  if (bold) element.style.fontWeight = 'bold'
  if (fontStyle === 'italic') element.style.fontStyle = 'italic'
  if (textDecoration.includes('underline')) element.style.textDecoration = 'underline'
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
