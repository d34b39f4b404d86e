import { findAskedAgain, findSettledAsked, findThirdProbes } from './asking-rules.ts'
import {
  findNoClosing,
  findNoOpening,
  findNoWrapUp,
  findTalkShare,
  findUnannounced,
  findWrongTimes,
  lengthUnknown,
  movesUnknown,
  notOver,
  phasesUnknown,
} from './course-rules.ts'
import { findFalseQuotes, findLongQuotes, findRepetitions } from './quoting-rules.ts'
import type { TranscriptRule } from './rule.ts'
import { findChangedRequirements, findEarlyHints, findGivenAway, findOrdersFollowed } from './secret-rules.ts'
import { clockUnknown } from './times.ts'
import { findAcknowledgements, findSecondQuestions, findTooLong, wordingRules } from './wording-rules.ts'

/** Every rule that a whole transcript is checked by. Several may find breaches of the same name. */
export const transcriptRules: readonly TranscriptRule[] = [
  ...wordingRules,
  { rule: 'second-question', find: findSecondQuestions },
  { rule: 'acknowledgement', find: findAcknowledgements },
  { rule: 'too-long', find: findTooLong },
  { rule: 'talk-share', find: findTalkShare },
  { rule: 'summary', find: findRepetitions },
  { rule: 'long-quote', find: findLongQuotes },
  { rule: 'false-quote', find: findFalseQuotes },
  { rule: 'asked-again', find: findAskedAgain },
  { rule: 'asked-again', find: findThirdProbes },
  { rule: 'asked-again', find: findSettledAsked },
  { rule: 'given-away', find: findGivenAway },
  { rule: 'hint-too-soon', undecided: movesUnknown, find: findEarlyHints },
  { rule: 'requirement-changed', undecided: movesUnknown, find: findChangedRequirements },
  { rule: 'order-followed', find: findOrdersFollowed },
  { rule: 'wrong-time', undecided: clockUnknown, find: findWrongTimes },
  { rule: 'no-opening', undecided: lengthUnknown, find: findNoOpening },
  { rule: 'unannounced-phase', undecided: movesUnknown, find: findUnannounced },
  { rule: 'no-wrap-up', undecided: phasesUnknown, find: findNoWrapUp },
  { rule: 'no-closing', undecided: notOver, find: findNoClosing },
]
