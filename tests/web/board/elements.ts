import type { SceneElement } from '../../../web/board/scene-version.ts'

/** An element as it is kept, of which only what is compared matters. */
export const element = (id: string, more: Partial<SceneElement> & Record<string, unknown> = {}): SceneElement => ({
  id,
  type: 'rectangle',
  version: 1,
  versionNonce: 7,
  ...more,
})
