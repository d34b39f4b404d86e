import type { Debrief } from '#src/domain/score.ts'
import { type Level, levels } from '#src/domain/track.ts'

/** The line beneath the recommendation: which level's bar these words meet, and what the next one misses first. */
export function standingLine({ debrief, level }: { debrief: Pick<Debrief, 'meets' | 'nextLevel'>; level: Level }): string {
  const { meets, nextLevel } = debrief
  const met = meets === null ? `Does not meet the bar of ${levels[0]} yet` : `Meets ${meets}`
  const isAbove = meets !== null && levels.indexOf(meets) > levels.indexOf(level)
  const first = nextLevel?.lacks[0]
  if (nextLevel === null || first === undefined) return isAbove ? `${met}, above the ${level} bar it was held to.` : `${met}.`
  return `${met}; for ${nextLevel.level} it lacks: ${uncapitalised(first)}${first.endsWith('.') ? '' : '.'}`
}

/** Only a plain capital is lowered: "SQL" and "I said" stay. */
const uncapitalised = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
