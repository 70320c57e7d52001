/** The page's nonce: what scripts need to add style elements under its content policy. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

// Parts of the component library (its measuring of scroll bars) add style elements without handing the nonce on.
const create = document.createElement.bind(document)
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options)
  if (name === 'style') element.nonce = nonce
  return element
}) as typeof document.createElement

// A text area that grows (rc-textarea) measures with a style attribute, which the content policy refuses. What the
// attribute would say is set on the element's style instead, where scripts may.
const setAttribute = Element.prototype.setAttribute
Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
  if (name === 'style' && this instanceof HTMLElement) this.style.cssText = value
  else setAttribute.call(this, name, value)
}

// Schemas (zod) would try at first use whether code can be made from text, which the policy refuses and a browser
// reports. Where several copies are loaded they share this setting.
const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
shared.__zod_globalConfig = { ...shared.__zod_globalConfig, jitless: true }
