import { expect, test } from 'vitest'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { countFeature } from '#src/evidence/features.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { shippedLexicon } from '../support/content-files.ts'

const lexicon = compileLexicon(shippedLexicon())
const ownActions = (text: string): number =>
  countFeature('own-actions', indexText(tokeniseSegments([{ turn: 1, text }]), { lexicon }), { lexicon, isOut: () => false })
    .count

test.each([
  'I stopped the deploys.',
  "I've stopped the deploys.",
  'I had already stopped the deploys.',
  'I then quickly unplugged the machine.',
  'Stopped the deploys.',
])('one own action: %s', (text) => {
  expect(ownActions(text)).toBe(1)
})

test.each(['She stopped the deploys.', 'I heard that she stopped the deploys.', 'I would have stopped the deploys.'])(
  'none: %s',
  (text) => {
    expect(ownActions(text)).toBe(0)
  },
)
