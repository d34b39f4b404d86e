import type { Config } from './config.ts'
import type { Content } from './content/content.ts'
import { type Clock, systemClock } from './domain/clock.ts'
import type { Interview } from './domain/interview.ts'
import type { Log } from './domain/log.ts'
import { HotseatError } from './errors.ts'
import type { Interviewer } from './interviewer/interviewer.ts'
import { type ModelInterviewerOptions, modelInterviewer } from './interviewer/model-backed-interviewer.ts'
import { modelObserver } from './interviewer/model-observer.ts'
import type { Observer } from './interviewer/observer.ts'
import { ruleBasedInterviewer } from './interviewer/rule-based-interviewer.ts'
import type { TurnFigures } from './interviewer/turn-figures.ts'
import { withStandIn } from './interviewer/with-stand-in.ts'
import { observingWithinBudget, withinBudget } from './interviewer/within-budget.ts'
import type { TokenBudget } from './jobs/token-budget.ts'
import { measuredModel } from './metrics/measured-model.ts'
import type { Metrics } from './metrics/metrics.ts'
import { type CallSlots, callSlots } from './model/call-slots.ts'
import { meteredModel } from './model/metered-model.ts'
import type { Model } from './model/model.ts'
import { openAiModel } from './model/openai-model.ts'
import type { AppealJudge } from './scoring/appeal-judge.ts'
import { createModelAppealJudge } from './scoring/model-appeal-judge.ts'
import { createModelScorer } from './scoring/model-scorer.ts'
import { ruleBasedAppealJudge } from './scoring/rule-based-appeal-judge.ts'
import { createRuleBasedScorer } from './scoring/rule-based-scorer.ts'
import type { Scorer } from './scoring/scorer.ts'

/** Throws HotseatError for `model` without a configured model. */
export function scorerNamed(name: 'rule-based' | 'model', content: Content, config: Config): Scorer {
  if (name === 'rule-based') return createRuleBasedScorer({ lexicon: content.lexicon })
  const scorer = modelScorerOf(modelsOf(config, systemClock).scorer, content, config)
  if (scorer === null) throw new HotseatError('--scorer model needs HOTSEAT_MODEL; .env.example says how to connect one.')
  return scorer
}

/** Throws HotseatError for `model` without a configured model. The model has no stand-in: what it cannot say fails. */
export function interviewerNamed(
  name: 'rule-based' | 'model',
  content: Content,
  { config, onTurn }: { config: Config; onTurn: (figures: TurnFigures) => void },
): Interviewer {
  if (name === 'rule-based') return ruleBasedInterviewer(content)
  const { interviewer: model } = modelsOf(config, systemClock)
  const interviewer = modelInterviewerOf(model, content, { config, clock: systemClock, onTurn })
  if (interviewer === null)
    throw new HotseatError('A model-backed interviewer needs HOTSEAT_MODEL; .env.example says how to connect one.')
  return interviewer
}

/** Who reads along beside `interviewerNamed`; null where nobody does. */
export function observerNamed(
  name: 'rule-based' | 'model',
  content: Content,
  { config, log }: { config: Config; log: Log },
): Observer | null {
  const { interviewer: model } = modelsOf(config, systemClock)
  if (name === 'rule-based' || model === null || config.model?.observes !== true) return null
  const { lexicon, phrases } = content
  return modelObserver({ model, prompt: promptOf(content, 'observe-turn'), lexicon, phrases, log })
}

interface Models {
  interviewer: Model | null
  scorer: Model | null
  /** The calls that they share. */
  slots: CallSlots | null
}

/** The models that a configuration names, which share the calls of their endpoint; null where there is none. */
export function modelsOf({ model }: Config, clock: Clock, metrics: Metrics | null = null): Models {
  if (model === null) return { interviewer: null, scorer: null, slots: null }
  const { baseUrl, apiKey } = model
  const slots = callSlots(model.callsAtOnce)
  const named = (name: string) => {
    const plain = openAiModel({ baseUrl, apiKey, model: name, clock, slots })
    return metrics === null ? plain : measuredModel(plain, clock, metrics.callFinished)
  }
  return { interviewer: named(model.interviewer), scorer: named(model.scorer), slots }
}

/** Who judges checks, at first and on appeal. */
export function scorersOf(content: Content, model: Model | null, { config, budget }: { config: Config; budget: TokenBudget }) {
  return {
    scorers: {
      'rule-based': createRuleBasedScorer({ lexicon: content.lexicon }),
      model: modelScorerOf(model, content, config),
    },
    judges: {
      'rule-based': ruleBasedAppealJudge,
      model: model && appealJudgeOn(model, content, budget),
    },
  }
}

/** Counts what each appeal takes for the interview that it is about. */
function appealJudgeOn(model: Model, content: Content, budget: TokenBudget): AppealJudge {
  const prompt = promptOf(content, 'appeal-check')
  const judgeOn = (used: Model) => createModelAppealJudge({ model: used, prompt })
  return {
    id: judgeOn(model).id,
    judge: (appeal, signal) => judgeOn(meteredFor(appeal.task.transcript.id, model, budget)).judge(appeal, signal),
  }
}

const meteredFor = (interviewId: string, model: Model, budget: TokenBudget): Model =>
  meteredModel(model, (tokens) => budget.spend(interviewId, tokens))

function modelScorerOf(model: Model | null, content: Content, config: Config): Scorer | null {
  if (model === null || config.model === null) return null
  const { scorerRepeats: repeats, contextTokens, prices } = config.model
  const crossCheck = createRuleBasedScorer({ lexicon: content.lexicon })
  const prompt = promptOf(content, 'score-criterion')
  return createModelScorer({ model, prompt, repeats, contextTokens, prices, crossCheck })
}

/** What a model-backed interviewer tells of its turns. */
type Told = Pick<ModelInterviewerOptions, 'onTurn' | 'onPictureRefused'>

function modelInterviewerOf(
  model: Model | null,
  content: Content,
  { config, clock, ...told }: { config: Config; clock: Clock } & Told,
): Interviewer | null {
  if (model === null || config.model === null) return null
  const { manner, lexicon, phrases } = content
  const { contextTokens, seesPictures } = config.model
  const prompt = promptOf(content, 'interviewer-turn')
  return modelInterviewer({ model, prompt, manner, lexicon, phrases, contextTokens, seesPictures, clock, ...told })
}

const pictureWords = {
  never: 'The model’s endpoint takes no pictures of a board: turns go on without, until the server starts again.',
  thisOnce: 'The model’s endpoint refused the picture of a board: this turn went without.',
}

/** Who speaks in an interview: the rules, or a model with the rules to stand in for it. */
export function interviewersOf(
  content: Content,
  model: Model | null,
  { config, clock, log, budget }: { config: Config; clock: Clock; log: Log; budget: TokenBudget },
): (interview: Interview) => Interviewer {
  const byRules = ruleBasedInterviewer(content)
  const onTurn = (figures: TurnFigures) => log.info(figures, 'The model-backed interviewer took a turn.')
  const onPictureRefused: Told['onPictureRefused'] = (refusal) =>
    log.warn(refusal, refusal.isLasting ? pictureWords.never : pictureWords.thisOnce)
  return ({ id, interviewer }) => {
    const used = model && interviewer === 'model' ? meteredFor(id, model, budget) : null
    const speaking = modelInterviewerOf(used, content, { config, clock, onTurn, onPictureRefused })
    if (speaking === null) return byRules
    const byModel = withStandIn(speaking, byRules, content.phrases)
    return withinBudget(byModel, { standIn: byRules, reached: budget.reached, phrases: content.phrases })
  }
}

/** Who reads along in an interview; null where nobody does. */
export function observersOf(
  content: Content,
  model: Model | null,
  { config, log, budget }: { config: Config; log: Log; budget: TokenBudget },
): (interview: Interview) => Observer | null {
  if (model === null || config.model?.observes !== true) return () => null
  const { lexicon, phrases } = content
  const prompt = promptOf(content, 'observe-turn')
  return ({ id, interviewer }) => {
    if (interviewer !== 'model') return null
    const used = meteredFor(id, model, budget)
    return observingWithinBudget(modelObserver({ model: used, prompt, lexicon, phrases, log }), budget.reached)
  }
}

function promptOf({ prompts }: Content, id: string) {
  const prompt = prompts.get(id)
  if (prompt === undefined) throw new HotseatError(`prompts/${id}.md is missing. Restore it from the release.`)
  return prompt
}
