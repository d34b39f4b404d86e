import type { Shown } from './judge-check.ts'
import { isInOneSentence } from './match-pattern.ts'

/**
 * Whether a check is met so that nobody asks about it any more. Words of two sentences may have met by chance: that is evidence, and leaves
 * something to ask.
 */
export const isSettled = ({ verdict, matches }: Pick<Shown, 'verdict' | 'matches'>): boolean =>
  verdict === 'yes' && matches.some(isInOneSentence)
