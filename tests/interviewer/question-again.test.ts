import { describe, expect, test } from 'vitest'
import type { HeldContent } from '#src/domain/interview.ts'
import { questionAgain } from '#src/interviewer/question-again.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { shippedRubric } from '../support/content-files.ts'
import { lexicon, phrases, sitting, storyContent, storyInterview } from './fixtures.ts'

const interviewer = ruleBasedInterviewer({ lexicon, phrases })
const content: HeldContent = { ...storyContent, rubric: shippedRubric('behavioral') }
const story =
  'Last spring our export job was late. I rewrote the part that read the accounts, and I moved the sorting into the database.'

async function heardAfter(text: string) {
  const here = sitting({ interviewer, interview: storyInterview, content })
  await here.hear('start')
  here.say(story)
  await here.hear()
  here.say(text)
  return here.hear()
}

describe('a question is put again', () => {
  test.each(['The next step of what?', 'Sorry, which step do you mean?', 'What do you mean?', 'The result of what exactly?'])(
    'for whoever asks "%s"',
    async (text) => {
      expect((await heardAfter(text)).move.kind).toBe('repeat')
    },
  )

  test('and none is, for whoever answers and makes sure of it', async () => {
    const { move } = await heardAfter(
      'You mean the accounts? I read them in batches of a thousand, by their number, and kept the place in a table.',
    )
    expect(move.kind).toBe('probe')
  })

  const { guide } = storyContent.questions[0] ?? {}
  const again = (asksMeaning: boolean, ask: string) =>
    guide === undefined
      ? ''
      : questionAgain({
          request: { content },
          standing: { lastQuestion: `I see. ${ask}`, questionText: 'Tell me.', guide, answered: { asksMeaning } },
        })

  test('as it is put by itself, for whoever asks what is meant', () => {
    const ask = 'What was your next step?'
    expect(again(true, ask)).toBe('After the first thing you did about it, what did you do next?')
    expect(again(false, ask)).toBe(`I see. ${ask}`)
    expect(again(true, 'How did it end?')).toBe('I see. How did it end?')
  })
})
