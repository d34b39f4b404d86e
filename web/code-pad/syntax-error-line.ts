/**
 * The line, counted from 1, that a program cannot be read beyond: the first with which what is read up to it fails in the same way as the whole.
 * Engines do not tell it of text that is evaluated. `compile` throws where a text is no program; null when no line does.
 */
export function syntaxErrorLine(program: string, fault: unknown, compile: (text: string) => unknown): number | null {
  const lines = program.split('\n')
  const index = lines.findIndex((_, last) => {
    try {
      compile(lines.slice(0, last + 1).join('\n'))
      return false
    } catch (error) {
      return String(error) === String(fault)
    }
  })
  return index === -1 ? null : index + 1
}
