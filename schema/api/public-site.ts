/** The parts of a county's public site, in the order of its navigation; each shows only where there is something. */
export const siteParts = ['boards', 'archive', 'bulletins', 'columns', 'complaints', 'about'] as const
export type SitePart = (typeof siteParts)[number]
/** Which parts a county shows the public now. */
export type SiteSections = Record<SitePart, boolean>
