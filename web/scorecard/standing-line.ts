import type { Debrief } from '#src/domain/score.ts'
import { type Level, levels } from '#src/domain/track.ts'

/** The line beneath the recommendation: which level's bar these words meet, and what the next one misses first. Where these words stand elsewhere than at the level asked for, that is said instead. */
export function standingLine({ debrief, level }: { debrief: Pick<Debrief, 'meets' | 'nextLevel'>; level: Level }): string {
  const { meets, nextLevel } = debrief
  if (meets === null) return `Does not meet the bar of ${levels[0]} yet.`
  const rank = levels.indexOf(meets)
  const held = levels.indexOf(level)
  if (rank > held) return `Meets ${meets}, above the ${level} bar it was held to.`
  const first = nextLevel?.lacks[0]
  if (nextLevel === null || first === undefined || levels.indexOf(nextLevel.level) !== rank + 1)
    return rank < held ? `Meets ${meets}, below the ${level} bar it was held to.` : `Meets ${meets}.`
  return `Meets ${meets}; for ${nextLevel.level} it lacks: ${uncapitalised(first)}${first.endsWith('.') ? '' : '.'}`
}

/** Only a plain capital is lowered: "SQL" and "I said" stay. */
const uncapitalised = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
