const asking = '(?:what|how|why|who|whom|whose|when|where|which|whether)'
/** A word or two may stand before it: "by when", "up to which", "measured where". */
const askingFor = `(?:[a-z]+ ){0,2}?${asking}\\b`
const helping = '(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|must)'

/**
 * Where a second question is joined on to a first. "Or" joins one only where the first does not ask which: "does it wait, or does it go on?" is a
 * choice. Without a comma a question word most often belongs to what is asked ("what goes in and what stays out"), unless it ends the question.
 */
const joints: readonly RegExp[] = [
  new RegExp(`[,;:] (?:and|but|so|then) (?:if (?:so|not),? )?${askingFor}`, 'gi'),
  new RegExp(`[,;:] (?:and|but|so|then) (?:(?:also|then|if so,?|if not,?) )?${helping}\\b`, 'gi'),
  new RegExp(` (?:and|but) ${askingFor}(?: not| else| so)?$`, 'gi'),
  / and why\b/gi,
  new RegExp(`(?<=^(?!which)${asking}\\b.*), or ${asking}\\b`, 'gi'),
  new RegExp(`\\b${asking} (?:and|or) ${asking}\\b`, 'gi'),
]

/** The words by which one sentence asks a second question ("and by when"), null when it does not. What is told before the question may join what it likes. */
export function secondQuestionIn(text: string): string | null {
  const questions = [...text.matchAll(/[^.?!]*(?=\?)/g)].map(([question]) => question.trim())
  for (const question of questions)
    for (const joint of joints) {
      const [joined] = question.match(joint) ?? []
      if (joined !== undefined) return joined.replace(/^\W+/, '')
    }
  return null
}

/** With one of these behind it the verb has turned round: "is it" asks, and "it is" does not. */
const subject = '(?:you|it|they|we|he|she|that|this|these|those|there|the|an?|your|one)'
const inverted = `(?:(?:do|does|did)(?! not\\b)(?= \\w)|${helping} ${subject}\\b)`
/** "How", "how many shards". */
const askingAt = `${asking}(?: [a-z]+){0,2}?`

/** Without a comma, or without "and", where the second question has the form of one. */
const furtherJoints: readonly RegExp[] = [
  new RegExp(`,? and (?:then )?(?:${askingAt} )?${inverted}`, 'gi'),
  new RegExp(`, ${askingAt} ${inverted}`, 'gi'),
  new RegExp(`(?<=^(?!which)${asking}\\b.*), or ${inverted}`, 'gi'),
]
/** What has that form only perhaps: "how do you know what is stored and what is cached". */
const perhapsJoints: readonly RegExp[] = [
  new RegExp(` and ${askingAt} ${helping}\\b(?! not\\b)`, 'gi'),
  /(?<!^(?:what|who) [a-z]+s\b.*) and (?:what|who) [a-z]+s\b/gi,
]

/** A clause that asks: it begins with a question word or a helping verb. "Should it fail" and "had it failed" suppose. */
const opensQuestion = new RegExp(
  `^(?:(?:and|so|but|then|okay|now|well),? )*(?:(?:[a-z]+ ){0,2}?(?:what|why|who|whom|whose|which)\\b|(?:[a-z]+ ){0,2}?how\\b.* ${helping}\\b|(?:when|where) ${helping}\\b|(?!should|had)${helping}\\b)`,
  'i',
)
const clauseEdge = /(?<=[,;:–—]) /
/** Asked about within a question: "how do you decide which". */
const within = new RegExp(`(?<=\\w )${asking}\\b`, 'i')

/**
 * What a sentence asks first, where it joins a second question on to it; null where it asks one. What stands before the joint must ask itself: "You said
 * that it is durable, so what happens when the disk is full?" asks once.
 */
export function firstOfTwoQuestions(sentence: string): string | null {
  const end = sentence.lastIndexOf('?')
  if (end === -1 || end > longestSentence) return null
  // What is quoted joins nothing.
  const question = sentence.slice(0, end).replaceAll(/"[^"]*"|“[^”]*”/g, (quoted) => '"'.repeat(quoted.length))
  const at = [
    ...placesOf([...joints, ...furtherJoints], question),
    ...placesOf(perhapsJoints, question).filter((place) => !within.test(question.slice(0, place))),
  ]
    .sort((a, b) => a - b)
    .find((place) => asks(question.slice(0, place)))
  return at === undefined ? null : `${sentence.slice(0, at)}?`
}

/** In characters; nobody asks at such length, and who only fills lines is stopped for that. */
const longestSentence = 600

const bothAtOnce = new RegExp(`^(?:(?:and|so|but|then|okay|now|well),? )*${asking} (?:and|or) ${asking}\\b`, 'i')

/** "When and how do they come back?": two questions in one, of which neither stands before the other. */
export const asksTwoAtOnce = (sentence: string): boolean => sentence.includes('?') && bothAtOnce.test(sentence)

const placesOf = (patterns: readonly RegExp[], text: string): number[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index))

const fewestWords = 3

/** With a verb that could make a question of it. */
const asks = (text: string): boolean =>
  text.split(clauseEdge).some((clause) => opensQuestion.test(clause) && clause.split(' ').length >= fewestWords)
