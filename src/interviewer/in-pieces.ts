/** The utterance in pieces as they are shown: sentence by sentence, the spaces between them kept. */
export const inPieces = (words: string): string[] => words.match(/[^.!?]+(?:[.!?]+["”']?\s*|$)|[.!?]+\s*/g) ?? [words]
