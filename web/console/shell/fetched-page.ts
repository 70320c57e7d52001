import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export type FetchedPage = {
  /** Brings the page's code. */
  fetch: () => Promise<unknown>
  Page: LazyExoticComponent<ComponentType>
}

type Code = { default: ComponentType }

/** A page whose code comes when it is asked for; once it is there the page draws at once, with no word of waiting. */
export function page(load: () => Promise<Code>): FetchedPage {
  let there: Code | undefined
  const fetch = async () => {
    there = await load()
    return there
  }
  const ready = (code: Code): Promise<Code> => {
    // React asks `then`, and what answers at once is not waited for.
    // biome-ignore lint/suspicious/noThenProperty: nobody awaits it but React, which looks for `then` alone
    const answered: PromiseLike<Code> = { then: (done) => done?.(code) as never }
    return answered as Promise<Code>
  }
  return { fetch, Page: lazy(() => (there ? ready(there) : fetch())) }
}
