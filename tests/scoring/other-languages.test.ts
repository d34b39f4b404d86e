import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdContentFor } from '#src/content/hold-content.ts'
import { packageRoot } from '#src/package-root.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createModelScorer } from '#src/scoring/model-scorer.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { readLabelledSet } from '../calibration/labelled-set.ts'

import { scriptedModel } from '../support/scripted-model.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { answerWith, scorecardOf, scoreOf, shippedPrompt, spoken } from './model-scoring.ts'

const content = await shippedContent()
const { lexicon, thresholds } = content
const scorer = createRuleBasedScorer({ lexicon })
const [labelled] = readLabelledSet(join(packageRoot(), 'tests/calibration/transcripts'))

const gradedAs = async (language: string | undefined) => {
  if (labelled === undefined) throw new Error('there is no labelled transcript')
  const transcript = { ...labelled.transcript, ...(language !== undefined && { language }) }
  const result = await gradeTranscript({ transcript, content: holdContentFor(content, transcript), lexicon, thresholds, scorer })
  if (result.kind !== 'scorecard') throw new Error(result.reason)
  return result.scorecard
}

test.each([undefined, 'en', 'en-GB'])('the rules rate what was said in English (%s)', async (language) => {
  expect((await gradedAs(language)).scores.map(({ kind }) => kind)).toContain('rated')
})

test('the rules leave another language unscored, and say why', async () => {
  const { scores, recommendation } = await gradedAs('de')
  expect(scores.map((score) => (score.kind === 'unscored' ? score.reason : score.rating))).toEqual(
    scores.map(() => expect.stringContaining('The rules read English only; this interview was held in "de".')),
  )
  expect(recommendation).toBeNull()
})

const german = [
  'Ich schreibe jede Lesung als eigenes Ereignis ans Ende eines Protokolls, weil ein überschriebener Stand vergisst, was vorher war.',
  'Die Leseseite baut daraus alle zehn Sekunden einen Stand je Paket, den man wegwerfen und neu bauen darf.',
  'Fällt ein Verteilzentrum aus, dann warten dessen Lesungen auf dem Gerät und kommen mit ihrer Nummer später nach.',
  'Doppelte erkenne ich an dieser Nummer, und eine Bedingung in der Tabelle weist die zweite ab.',
  'Gewarnt werde ich, wenn die älteste wartende Lesung mehr als fünf Minuten alt ist, denn dann sehen Kunden alte Stände.',
  'Den Kunden zeige ich das Alter des Standes an, damit niemand einen alten für einen neuen hält.',
  'Zuerst würde mir die Tabelle zu groß, also teile ich sie nach der Nummer des Pakets auf, sobald sie hundert Millionen Zeilen hat und das Einfügen merklich langsamer wird.',
]

test('what a model quotes of another language is found, and none of it is taken out for its words', async () => {
  const turns = spoken(german.length).turns.map((turn, at) =>
    turn.speaker === 'candidate' ? { ...turn, text: german[(at - 1) / 2] ?? '' } : turn,
  )
  const quote = 'jede Lesung als eigenes Ereignis ans Ende eines Protokolls'
  const value = answerWith({ 'append-scans': { quotes: [{ turn: 2, quote }], verdict: 'yes' } })
  const scorer = createModelScorer({ model: scriptedModel(() => ({ value })), prompt: shippedPrompt })
  const card = await scorecardOf(scorer, { ...spoken(), language: 'de', turns })
  expect(card.setAside.map(({ guard }) => guard)).toEqual([])
  expect(scoreOf(card, 'depth').checks.find(({ check }) => check === 'append-scans')).toMatchObject({
    verdict: 'yes',
    evidence: [{ turn: 2, quote }],
  })
})
