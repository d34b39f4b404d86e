import { describe, expect, test } from 'vitest'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { shippedLexicon, shippedQuestion, shippedRubric } from '../support/content-files.ts'

const lexicon = shippedLexicon()
const told = shippedRubric('behavioral')
  .criteria.flatMap(({ checks }) => checks)
  .find(({ id }) => id === 'outcome-told')
const seen = shippedQuestion('behavioral', 'conflict-with-colleague').guide.keyPoints.find(({ id }) => id === 'outcome-seen')

describe.each([
  ['outcome-told', told],
  ['outcome-seen', seen],
])('for %s,', (_, check) => {
  const shows = (text: string) => matchesAny(check?.shows ?? [], text, lexicon)

  test.each(['He stopped replying to me altogether.', 'She stopped talking to the rest of us.', 'They stopped inviting me.'])(
    '"%s" is no end',
    (text) => expect(shows(text)).toBe(false),
  )

  test.each(['He stopped sending designs on Thursdays.', 'They stopped rewriting my code.'])('"%s" is one', (text) =>
    expect(shows(text)).toBe(true),
  )
})
