import { figuresIn } from '#src/conduct/minutes-named.ts'
import type { GateRules } from '#src/conduct/sentence-gate.ts'
import { speechCues } from '#src/conduct/speech-cues.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { factsOf, type Move } from '#src/domain/move.ts'
import { minutesLeft } from '#src/domain/phase-clock.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Speaker } from '#src/domain/turn.ts'
import { composeWords } from './compose-words.ts'
import { holdsItsAnswer, isAskingOfTask } from './holds-its-answer.ts'
import type { SpeakRequest } from './interviewer.ts'
import { mayStandBeside } from './may-stand-beside.ts'
import { isHandingBack, saysNothingNew } from './says-nothing-new.ts'
import { plannedFor } from './turn-prompt.ts'
import type { Standing } from './where-we-stand.ts'
import { isOneQuestion, sentenceOf } from './word-budget.ts'
import { wordsAtMost } from './word-limit.ts'

/** What holds for the words of one move: its length, the times it may name, and what of the guide must stay unheard. */
export function conductRules(
  move: Move,
  options: { request: SpeakRequest; standing: Standing; phrases: Phrases; lexicon: Lexicon },
): GateRules {
  const { request, standing } = options
  const planned = `${composeWords(move, options)} ${plannedFor(move, options)}`
  const stated = [...planned.matchAll(/(\d+) minutes?/g)].map((match) => Number(match[1]))
  const known = [standing.questionText, planned, ...request.turns.map(({ text }) => text)].join('\n')
  const saidBy = (speaker: Speaker) =>
    request.turns
      .filter((turn) => turn.speaker === speaker)
      .flatMap(({ text, artifacts }) => [text, ...artifacts.map((artifact) => artifact.text)])
      .join('\n')
  const { language } = request.interview
  const isEnglish = language === 'en'
  const cues = speechCues({ ...options, language })
  const said = [known, saidBy('interviewer'), saidBy('candidate')].join('\n')
  const { rubric } = request.content
  const secrets = secretsOf(standing.guide, rubric)
  const facts = standing.guide.facts.map(({ fact }) => fact)
  return {
    move: move.kind,
    language,
    maxWords: wordsAtMost(move, options),
    // Elsewhere a minute of the clock cannot be told from one of the task, so what the task names may be named.
    minutes: [minutesLeft(standing.at.clock), request.interview.minutes, ...stated, ...(isEnglish ? [] : figuresIn(known))],
    secrets,
    facts,
    known,
    planned,
    said,
    candidateSaid: saidBy('candidate'),
    cues,
    holdsItsAnswer:
      isEnglish && isAskingOfTask(move)
        ? holdsItsAnswer({ cues, lexicon: options.lexicon, rubric, secrets, facts, planned, said })
        : () => false,
    hasPlaceFor: placeIn(move, options, { cues, known, planned }),
  }
}

/** What a move of one question, and one that hands back, have room for beside it. Of another language nobody can tell here. */
function placeIn(
  move: Move,
  { request, standing, phrases }: { request: SpeakRequest; standing: Standing; phrases: Phrases },
  { cues, known, planned }: Pick<GateRules, 'cues' | 'known' | 'planned'>,
): GateRules['hasPlaceFor'] {
  if (request.interview.language !== 'en') return () => true
  // Questions at the end are seldom about the task.
  const takenUp = move.kind === 'reply' ? (request.turns.at(-1)?.text ?? '') : known
  if (isHandingBack(move) || tellsNothing(move)) return saysNothingNew({ cues, phrases, planned, known: takenUp })
  return isOneQuestion(move, { request, standing }) ? mayStandBeside({ cues, known, saysPlan: sentenceOf(planned) }) : () => true
}

/** Leaves a question of the candidate's to the candidate. */
const tellsNothing = (move: Move): boolean => move.kind === 'answer' && factsOf(move).length === 0

/** Everything that only the debrief shows, and what is told at its own time only: a move that tells it has it in its planned words. */
export const secretsOf = (guide: Guide, { criteria }: Pick<Rubric, 'criteria'>): string[] => [
  ...guide.keyPoints.map(({ point }) => point),
  ...guide.misconceptions.map(({ truth }) => truth),
  ...guide.hints.flatMap(({ category, constraint, choice, point }) => [category, constraint, choice, point]),
  ...guide.changedRequirements.map(({ say }) => say),
  ...criteria.flatMap(({ checks }) => checks.map(({ check }) => check)),
]
