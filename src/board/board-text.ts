import { sceneSchema } from './scene.ts'

/** A scene in words, a line each. Throws ZodError for what is no scene. */
export const boardTextOf = (scene: unknown): string =>
  sceneSchema
    .parse(scene)
    .elements.flatMap(({ text, isDeleted }) => (text === undefined || isDeleted === true ? [] : [text]))
    .join('\n')
