import type { ReactNode } from 'react'
import './paper.css'

type Props = {
  title: string
  issuer: string | null
  number: string | null
  /** Names the sheet for those who cannot see it. */
  label: string
  children: ReactNode
}

/**
 * A sheet as official papers look: the issuer in red, the number, a red rule, the title, the body. On a phone it is as
 * wide as the screen; in print it is the page. The paper is Chinese, whatever language the console speaks.
 */
export function Paper({ title, issuer, number, label, children }: Props) {
  return (
    <article className="bulletin-paper" lang="zh-CN" aria-label={label}>
      {issuer !== null && issuer !== '' && <p className="bulletin-issuer">{issuer}</p>}
      {number !== null && number !== '' && <p className="bulletin-number">{number}</p>}
      {issuer !== null && issuer !== '' && <div className="bulletin-rule" aria-hidden="true" />}
      <h2 className="bulletin-title">{title}</h2>
      {children}
    </article>
  )
}
