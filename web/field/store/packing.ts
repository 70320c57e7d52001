/** Handing over and taking over are rare and large: their programs come when they are asked for. */
export const packing = () => import('./hand-over.ts')
export const unpacking = () => import('./take-over.ts')
