import type { Question } from '#src/domain/guide.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'

/** The shown half of a question. */
export type BankQuestion = Pick<Question, 'id' | 'track' | 'title' | 'opening'>

/** How alike some words and a question are. */
export interface Likeness {
  question: BankQuestion
  /** Of the words of both, the share that both have, 0 to 1, each word by how rare it is in the bank. */
  share: number
  /** Words in common, by their stems, and how rare they are together. */
  shared: readonly string[]
  rarity: number
}

/**
 * Compares words with the title and with the opening of each question of a bank; the better of the two counts. The most alike come first;
 * those without a word in common are left out.
 */
export function likenessIn(bank: readonly BankQuestion[]): (words: string) => Likeness[] {
  const read = bank.map((question) => ({ question, texts: [tellingWords(question.title), tellingWords(question.opening)] }))
  const heldBy = new Map<string, number>()
  for (const { texts } of read)
    for (const word of new Set(texts.flatMap((text) => [...text]))) heldBy.set(word, (heldBy.get(word) ?? 0) + 1)
  const rarityOf = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + Math.log((bank.length + 1) / ((heldBy.get(word) ?? 0) + 0.5)), 0)

  return (words) => {
    const said = new Set([...tellingWords(words)].filter((word) => heldBy.has(word)))
    const wholeOfSaid = rarityOf([...said])
    const likenessTo = (question: BankQuestion, text: ReadonlySet<string>): Likeness => {
      const shared = [...text].filter((word) => said.has(word))
      const rarity = rarityOf(shared)
      return { question, share: shared.length === 0 ? 0 : (2 * rarity) / (rarityOf([...text]) + wholeOfSaid), shared, rarity }
    }
    return read
      .flatMap(({ question, texts }) =>
        texts
          .map((text) => likenessTo(question, text))
          .sort(byShare)
          .slice(0, 1),
      )
      .filter(({ share }) => share > 0)
      .sort(byShare)
  }
}

const byShare = (a: Likeness, b: Likeness): number => b.share - a.share
