import type { Speaker } from '#src/domain/turn.ts'

const names: Record<Speaker, string> = { interviewer: 'Interviewer', candidate: 'Candidate' }

/** Paragraphs of a text in which nobody is named, as if two people spoke them in turns. */
export function labelInTurns(text: string, first: Speaker): string {
  const second = first === 'interviewer' ? 'candidate' : 'interviewer'
  return text
    .replaceAll('\uFEFF', '')
    .split(/\r?\n(?:[^\S\n]*\r?\n)+|\r(?:[^\S\r]*\r)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph, at) => `${names[at % 2 === 0 ? first : second]}: ${paragraph}`)
    .join('\n\n')
}
