/** A text on one line, cut after so many characters. */
export function lineOf(text: string, longest: number): string {
  const line = text
    .trimStart()
    .slice(0, 20 * longest)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`
}
