import type { KeptElement } from '../../../web/board/kept-element.ts'

/** An element as it is kept, of which only what is compared matters. */
export const element = (id: string, more: Partial<KeptElement> & Record<string, unknown> = {}): KeptElement => ({
  id,
  type: 'rectangle',
  version: 1,
  versionNonce: 7,
  ...more,
})
