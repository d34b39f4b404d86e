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
  const texts = bank.flatMap((question) =>
    [question.title, question.opening].map((text) => ({ question, words: tellingWords(text) })),
  )
  /** Word -> the texts that hold it, by their places: few words of a turn are in the bank, and each of those in few texts. */
  const heldBy = new Map<string, number[]>()
  for (const [at, { words }] of texts.entries()) for (const word of words) heldBy.set(word, [...(heldBy.get(word) ?? []), at])
  const questionsWith = (word: string) => new Set(heldBy.get(word)?.map((at) => texts[at]?.question)).size
  const rarities = new Map([...heldBy.keys()].map((word) => [word, Math.log((bank.length + 1) / (questionsWith(word) + 0.5))]))
  const rarityOf = (words: Iterable<string>): number => {
    let sum = 0
    for (const word of words) sum += rarities.get(word) ?? 0
    return sum
  }
  const wholes = texts.map(({ words }) => rarityOf(words))

  return (words) => {
    const said = [...tellingWords(words)].filter((word) => heldBy.has(word))
    const wholeOfSaid = rarityOf(said)
    const sharedWith = new Map<number, string[]>()
    for (const word of said)
      for (const at of heldBy.get(word) ?? []) {
        const shared = sharedWith.get(at)
        if (shared === undefined) sharedWith.set(at, [word])
        else shared.push(word)
      }
    const best = new Map<BankQuestion, Likeness>()
    for (const [at, shared] of sharedWith) {
      const question = texts[at]?.question
      if (question === undefined) continue
      const rarity = rarityOf(shared)
      const share = (2 * rarity) / ((wholes[at] ?? 0) + wholeOfSaid)
      if (share > (best.get(question)?.share ?? 0)) best.set(question, { question, share, shared, rarity })
    }
    return [...best.values()].sort((a, b) => b.share - a.share)
  }
}
