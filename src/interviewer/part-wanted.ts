import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'

/** Up to this many words a sentence is about the round rather than about the task. */
export const longestWish = 16

const leadsOn = /\b(?:on|go|move|moving|get|jump|turn|switch|continue) (?:on )?(?:to|with)\b/i
/** Behind it stands what is for another time. */
const firstElse = /\b(?:before|until|till|after|once|when)\b/i
const notNow = /\b(?:later|yet)\b/i
/** What follows is not where it wants to go, but why, or what comes around it. */
const besides = /\s(?:(?:and )?then|before|after|if|since|because)\s/i
/** What is done to a thing, which alone can be the part: "review the logs". */
const doneTo = /^(?!(?:the|an?)\s).*?\s(?=(?:the|an?)\s)/i

/** What stands before a colon where a line or a sentence begins, what is in brackets left out; in few words, so that no run of spaces is read anew from each. */
const heading = /(?:^|[\n.;])[ \t]*(?:[-*#]+[ \t]*)?([a-z]+(?:[ -][a-z]+){0,5})[ \t]?(?:\([^)\n]{0,80}\)[ \t]?)?:(?=\s)/gi

interface Against {
  rubric: Pick<Rubric, 'phases'>
  lexicon: Lexicon
  phrases: Phrases
}

/**
 * The phase of the track, by its id, to which a sentence wants to go: it wishes so and names it behind what leads there ("can we go on to the data
 * model"), or it turns to it and says nothing else ("mitigation then"). Null when it names none.
 */
export function partWanted(sentence: string, { rubric, lexicon, phrases }: Against): string | null {
  if (sentence.split(/\s+/).length > longestWish) return null
  const isWished = matchesAny([...(phrases['on-wanted'] ?? []), ...(phrases['part-wanted'] ?? [])], sentence, lexicon)
  const wished = isWished ? ledTo(sentence, rubric) : undefined
  if (wished !== undefined) return wished.id
  const turning = phrases['part-turned-to'] ?? []
  if (firstElse.test(sentence) || !matchesAny(turning, sentence, lexicon)) return null
  const said = tellingWords(sentence)
  const turned = namedIn(said, rubric)
  const beside = new Set([...tellingWords(turning.join(' ')), ...(turned?.words ?? [])])
  return turned !== null && [...said].every((word) => beside.has(word)) ? turned.id : null
}

/** The phases of the track, by their ids, under whose names a text says something: "API: POST /links. High level: …". */
export const partsHeaded = (text: string, rubric: Pick<Rubric, 'phases'>): string[] =>
  [...text.matchAll(heading)].flatMap(([, name = '']) => {
    const said = tellingWords(name)
    const named = namedIn(said, rubric)
    return named !== null && said.size === named.words.length ? [named.id] : []
  })

/** The part named first behind what leads on. */
function ledTo(sentence: string, rubric: Pick<Rubric, 'phases'>) {
  const [ahead = '', ...behind] = sentence.split(leadsOn)
  if (firstElse.test(ahead) || notNow.test(sentence)) return undefined
  const [place = ''] = behind.join(' ').split(besides)
  return place
    .split(/[,;:–—]/)
    .map((words) => namedIn(tellingWords(words.trim().replace(doneTo, '')), rubric))
    .find((named) => named !== null)
}

/** By its title, a part of that, or another name of it, all of whose words are said; of several the longest. */
function namedIn(said: ReadonlySet<string>, { phases }: Pick<Rubric, 'phases'>) {
  const named = phases
    .flatMap(({ id, title, called = [] }) =>
      [...title.split(/ and /), ...called].map((name) => ({ id, words: [...tellingWords(name)] })),
    )
    .filter(({ words }) => words.length > 0 && words.every((word) => said.has(word)))
    .sort((a, b) => b.words.length - a.words.length)
  return named[0] ?? null
}
