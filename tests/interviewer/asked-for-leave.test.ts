import { expect, test } from 'vitest'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { lexicon, phrases, sitting } from './fixtures.ts'

test('whoever wants to go into something that was told is let go on, not told to assume it', async () => {
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  await here.hear('start')
  here.say('Let me see.')
  await here.hear()
  here.say('How fresh must a scan be?')
  expect((await here.hear()).move).toEqual({ kind: 'answer', fact: 'delay' })
  here.say('Can we go deeper into the delay, for example behind a depot that is down for an hour?')
  expect((await here.hear()).move).toEqual({ kind: 'listen' })
})
