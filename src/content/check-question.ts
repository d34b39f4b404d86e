import type { Question } from '#src/domain/guide.ts'
import type { Lexicon, Presuming } from '#src/domain/lexicon.ts'
import { namedIn, presumedIn } from '#src/domain/presumed.ts'
import type { PlannedProbe, Rubric } from '#src/domain/rubric.ts'
import type { Topics } from '#src/domain/topic.ts'
import { checkCueNames, checkJoined } from './check-patterns.ts'
import { checkProbe } from './check-rubric.ts'
import { checkMending, checkSteps } from './check-steps.ts'
import { checkDistinct, checkWording, spokenWords } from './check-wording.ts'
import type { FaultList, Report } from './fault-list.ts'

/** A task takes longer to set than a question to ask, but is heard only once. */
const openingWords = 70

interface QuestionCheck extends QuestionReports {
  /** These three are undefined when they have faults of their own: what refers to them is not checked then. */
  rubric: Rubric | undefined
  topics: Topics | undefined
  lexicon: Lexicon | undefined
  /** What is asked of the bank's own questions: depth, every criterion fed, sample answers. */
  inFull: boolean
}

/** Reporters of a question's files. */
interface QuestionReports {
  question: Report
  guide: Report
  answers: Report
}

export const reportsOf = (files: Record<keyof QuestionReports, string>, faults: FaultList): QuestionReports => ({
  question: faults.of(files.question),
  guide: faults.of(files.guide),
  answers: faults.of(files.answers),
})

/** Reports where a question refers to what its track, the lexicon or its guide lacks, and wording that an interviewer must not use. */
export function checkQuestion(
  question: Question,
  { rubric, topics, lexicon, inFull, question: head, guide: report, answers }: QuestionCheck,
) {
  if (lexicon !== undefined) checkCueNames(question.guide, { lexicon, report })
  if (inFull) checkJoined(question.guide, report)
  if (rubric === undefined) return
  if (topics !== undefined) checkTopics(question, { topics, report: head })
  if (inFull) checkDepth(question, report)
  checkGuideIds(question, { rubric, report })
  checkGuideReferences(question, { rubric, report })
  if (inFull) checkFed(question, { rubric, report })
  checkSteps(question, { rubric, report })
  if (inFull) checkMending(question.guide, { rubric, report })
  if (inFull) checkWording(question.opening, { path: 'opening', words: openingWords, report: head })
  checkSpoken(question, report)
  if (inFull) checkChangesAsked(question, report)
  if (inFull && lexicon?.presuming !== undefined) checkPresumed(question, { presuming: lexicon.presuming, report })
  checkAnswers(question, { rubric, report: answers })
  if (inFull) checkSampled(question, answers)
}

function checkTopics(question: Question, { topics, report }: { topics: Topics; report: Report }) {
  const known = topics.topics.map(({ id }) => id)
  question.topics.forEach((topic, index) => {
    if (!known.includes(topic)) report(`topics[${index}]`, `a topic of rubrics/topics.yaml, not "${topic}"`)
  })
}

/** A concept is asked for three or four minutes. */
const fewestPoints = (track: Question['track']): number => (track === 'concepts' ? 4 : 6)

function checkDepth({ track, guide }: Question, report: Report) {
  const { length } = guide.keyPoints
  const fewest = fewestPoints(track)
  if (length < fewest) report('keyPoints', `${fewest} key points at the least, not ${length}`)
  if (guide.hints.length === 0) report('hints', 'a hint ladder at the least')
}

function checkFed({ guide }: Question, { rubric, report }: GuideCheck) {
  // A story may fit its question without touching every criterion in a way its author could foresee.
  if (rubric.id === 'behavioral') return
  for (const { id } of rubric.criteria)
    if (!guide.keyPoints.some((point) => point.criterion === id))
      report('keyPoints', `at least one key point of each criterion; "${id}" has none`)
}

function checkSampled({ answers }: Question, report: Report) {
  if (answers.filter((answer) => answer.quality !== 'weak').length < 2) report('', 'answers at two levels at the least')
  if (!answers.some((answer) => answer.quality === 'weak')) report('', 'a weak answer beside the others, under "## weak"')
}

interface GuideCheck {
  rubric: Rubric
  report: Report
}

function checkGuideIds({ guide }: Question, { rubric, report }: GuideCheck) {
  for (const list of ['facts', 'keyPoints', 'changedRequirements', 'misconceptions'] as const)
    checkDistinct(
      guide[list].map((entry) => entry.id),
      { path: (index) => `${list}[${index}].id`, report },
    )
  const standing = new Set(rubric.criteria.flatMap((criterion) => criterion.checks.map((check) => check.id)))
  guide.keyPoints.forEach((point, index) => {
    if (standing.has(point.id))
      report(`keyPoints[${index}].id`, `an id that no standing check of the track has, not "${point.id}"`)
  })
}

function checkGuideReferences({ guide }: Question, { rubric, report }: GuideCheck) {
  const criteria = rubric.criteria.map((criterion) => criterion.id)
  const phases = rubric.phases.map((phase) => phase.id)
  const points = guide.keyPoints.map((point) => point.id)
  const expect = (known: readonly string[], id: string, at: { path: string; what: string }) => {
    if (!known.includes(id)) report(at.path, `${at.what}, not "${id}"`)
  }
  const aCriterion = 'a criterion of the track'
  const aPhase = 'a phase of the track'
  const aPoint = 'a key point of this guide'
  guide.keyPoints.forEach((point, index) => {
    expect(criteria, point.criterion, { path: `keyPoints[${index}].criterion`, what: aCriterion })
    expect(phases, point.phase, { path: `keyPoints[${index}].phase`, what: aPhase })
  })
  guide.hints.forEach((ladder, index) => {
    expect(phases, ladder.phase, { path: `hints[${index}].phase`, what: aPhase })
    ladder.aims.forEach((aim, place) => {
      expect(points, aim, { path: `hints[${index}].aims[${place}]`, what: aPoint })
    })
  })
  guide.changedRequirements.forEach((change, index) => {
    change.phases?.forEach((phase, place) => {
      expect(phases, phase, { path: `changedRequirements[${index}].phases[${place}]`, what: aPhase })
    })
    change.feeds.forEach((fed, place) => {
      expect(points, fed, { path: `changedRequirements[${index}].feeds[${place}]`, what: aPoint })
    })
  })
  guide.misconceptions.forEach((misconception, index) => {
    expect(criteria, misconception.criterion, { path: `misconceptions[${index}].criterion`, what: aCriterion })
  })
}

function checkSpoken({ guide }: Question, report: Report) {
  guide.facts.forEach((fact, index) => {
    checkWording(fact.fact, { path: `facts[${index}].fact`, words: spokenWords, report })
  })
  guide.keyPoints.forEach((point, index) => {
    point.probes.forEach((probe, place) => {
      checkProbe(probe, { path: `keyPoints[${index}].probes[${place}]`, report })
    })
    if (point.beyond !== undefined) checkProbe(point.beyond, { path: `keyPoints[${index}].beyond`, report })
  })
  guide.hints.forEach((ladder, index) => {
    for (const rung of ['category', 'constraint', 'choice', 'point'] as const)
      checkWording(ladder[rung], { path: `hints[${index}].${rung}`, words: spokenWords, report })
  })
  guide.changedRequirements.forEach((change, index) => {
    checkWording(change.say, { path: `changedRequirements[${index}].say`, words: spokenWords, report })
  })
  guide.misconceptions.forEach((misconception, index) => {
    checkWording(misconception.challenge, { path: `misconceptions[${index}].challenge`, words: spokenWords, report })
  })
}

/** Of several changes two may be made in one interview, and the same question twice sounds like a form. */
function checkChangesAsked({ guide }: Question, report: Report) {
  const asked = guide.changedRequirements.map(({ say }) => lastSentence(say))
  asked.forEach((question, index) => {
    if (asked.indexOf(question) !== index)
      report(`changedRequirements[${index}].say`, `a last question of its own; "${question}" is there twice`)
  })
}

const lastSentence = (text: string): string =>
  text
    .trim()
    .split(/(?<=[.!?:])\s+/)
    .at(-1) ?? ''

/** A planned question is put to whoever answered another way as well, so what it takes for given must stand in the question, or in what calls for it. */
function checkPresumed({ opening, guide }: Question, { presuming, report }: { presuming: Presuming; report: Report }) {
  const told = [...guide.facts.map(({ fact }) => fact), ...guide.steps.map(({ seen }) => seen)]
  const texts = [opening, ...told, ...guide.changedRequirements.map(({ say }) => say)]
  guide.keyPoints.forEach((point, index) => {
    const check = (path: string, { ask, byItself = '', when = [] }: Pick<PlannedProbe, 'ask' | 'byItself' | 'when'>) => {
      const isNamed = namedIn([...texts, ...when].join('\n'))
      for (const [field, words] of Object.entries({ ask, byItself }))
        for (const { names } of presumedIn(words, presuming).filter((one) => !isNamed(one.names)))
          report(`${path}.${field}`, `nothing taken for given that the question does not name: "${names[0]}"`)
    }
    point.probes.forEach((probe, place) => {
      check(`keyPoints[${index}].probes[${place}]`, probe)
    })
    if (point.beyond !== undefined) check(`keyPoints[${index}].beyond`, point.beyond)
  })
}

function checkAnswers({ answers }: Question, { rubric, report }: GuideCheck) {
  const phases = rubric.phases.map((phase) => phase.id)
  checkDistinct(
    answers.map((answer) => answer.quality),
    { path: (index) => answers[index]?.quality ?? '', report },
  )
  for (const answer of answers)
    for (const part of answer.parts)
      if (!phases.includes(part.phase)) report(`${answer.quality}.${part.phase}`, `a phase of the track, not "${part.phase}"`)
}
