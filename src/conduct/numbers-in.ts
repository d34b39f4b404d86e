import { tokenise } from '#src/evidence/tokenise.ts'

const values: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const scales: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9 }

/** The figures of a text as numbers: "two million", "2 million" and "2,000,000" are one. */
export function numbersIn(text: string): Set<number> {
  const found = new Set<number>()
  let current: number | null = null
  for (const token of tokenise(text)) {
    const scale = scales[token.text]
    if (scale !== undefined && (current !== null || token.text.length > 1)) {
      current = (current ?? 1) * scale
      continue
    }
    if (current !== null) found.add(current)
    current = /^\d+(\.\d+)?$/.test(token.text) ? Number(token.text) : (values[token.text] ?? null)
  }
  if (current !== null) found.add(current)
  return found
}
