import { findAskedAgain, findThirdProbes } from './asking-rules.ts'
import { findNoClosing, findNoOpening, findNoWrapUp, findTalkShare, findUnannounced, findWrongTimes } from './course-rules.ts'
import { findFalseFigures, findFalseQuotes, findLongQuotes, findRepetitions } from './quoting-rules.ts'
import type { TranscriptRule } from './rule.ts'
import {
  findChangedRequirements,
  findEarlyHints,
  findFactsTold,
  findGivenAway,
  findOrdersFollowed,
  findUnaskedAnswers,
} from './secret-rules.ts'
import { findSettledAsked } from './settled-asked.ts'
import {
  clockUnknown,
  closeUnknown,
  firstOf,
  guideUnknown,
  lengthUnknown,
  movesUnknown,
  notEnglish,
  notOver,
  phasesUnknown,
} from './undecided.ts'
import { findAcknowledgements, findSecondQuestions, findTooLong, wordingRules } from './wording-rules.ts'

/** Every rule that a whole transcript is checked by. Several may find breaches of the same name. */
export const transcriptRules: readonly TranscriptRule[] = [
  ...wordingRules,
  { rule: 'second-question', find: findSecondQuestions },
  { rule: 'acknowledgement', undecided: notEnglish, find: findAcknowledgements },
  { rule: 'too-long', find: findTooLong },
  { rule: 'talk-share', find: findTalkShare },
  { rule: 'summary', find: findRepetitions },
  { rule: 'long-quote', find: findLongQuotes },
  { rule: 'false-quote', undecided: notEnglish, find: findFalseQuotes },
  { rule: 'false-quote', undecided: notEnglish, find: findFalseFigures },
  { rule: 'asked-again', undecided: notEnglish, find: findAskedAgain },
  { rule: 'asked-again', find: findThirdProbes },
  { rule: 'asked-again', undecided: notEnglish, undecidedInPart: guideUnknown, find: findSettledAsked },
  { rule: 'given-away', undecided: notEnglish, undecidedInPart: firstOf(guideUnknown, movesUnknown), find: findGivenAway },
  { rule: 'given-away', undecided: notEnglish, undecidedInPart: firstOf(guideUnknown, movesUnknown), find: findFactsTold },
  { rule: 'given-away', undecided: firstOf(notEnglish, movesUnknown), undecidedInPart: guideUnknown, find: findUnaskedAnswers },
  { rule: 'hint-too-soon', undecided: movesUnknown, find: findEarlyHints },
  {
    rule: 'requirement-changed',
    undecided: firstOf(movesUnknown, notEnglish),
    undecidedInPart: guideUnknown,
    find: findChangedRequirements,
  },
  { rule: 'order-followed', undecided: notEnglish, find: findOrdersFollowed },
  { rule: 'wrong-time', undecided: firstOf(clockUnknown, notEnglish), find: findWrongTimes },
  { rule: 'no-opening', undecided: firstOf(lengthUnknown, notEnglish), find: findNoOpening },
  { rule: 'unannounced-phase', undecided: firstOf(movesUnknown, notEnglish), find: findUnannounced },
  { rule: 'no-wrap-up', undecided: phasesUnknown, find: findNoWrapUp },
  { rule: 'no-closing', undecided: firstOf(notOver, closeUnknown), find: findNoClosing },
]
