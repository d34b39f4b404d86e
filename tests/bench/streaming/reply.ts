/** Longer than any run, so that all replies stream at once. */
export const endlessTokens = 4000
/** Two sentences and the stamp: what an interviewer says in a turn. */
export const usualTokens = 20

/** Says nothing about any question, ends often, and only begs: what the interviewer's checks have to look at, and let pass. */
const words =
  'Take the lamp from beside the old door. Let a cat sleep on the warm step. Put a green bicycle there. Keep the rain off the quiet street. Say when the baker opens. '
const tokens = words.match(/\S+\s/g) ?? []

/** The stamp is the first sentence: when the endpoint wrote it, milliseconds since 1970. */
export const stampOf = (at: number): string => `Say ${at.toFixed(2).replace('.', 'x')} now. `
export const readStamp = (text: string): number | null => {
  const found = /Say (\d+)x(\d+) now\./.exec(text)
  return found === null ? null : Number(`${found[1]}.${found[2]}`)
}

export const tokenAt = (index: number): string => tokens[(index - 1) % tokens.length] ?? ''

/** Whether a text is the beginning of the reply, nothing lost and nothing twice. */
export function isBeginning(text: string): boolean {
  const said = text.replace(/^Say \S+ now\.\s*/, '')
  const whole = words.repeat(Math.ceil(said.length / words.length) + 1)
  return whole.startsWith(said)
}

/** How many tokens of a reply a text holds, its stamp not counted. */
export const tokensIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length - 3
