import type { SpeakRequest } from './interviewer.ts'
import type { Standing } from './where-we-stand.ts'

type Asked = Pick<Standing, 'lastQuestion' | 'questionText' | 'guide'> & { answered: { asksMeaning: boolean } | null }

/**
 * The last question once more: in its own words for whoever did not hear it; as it is put by itself, which names what it is about, for whoever asks
 * what is meant.
 */
export function questionAgain({ standing, request }: { standing: Asked; request: Pick<SpeakRequest, 'content'> }): string {
  const asked = standing.lastQuestion ?? standing.questionText
  if (standing.answered?.asksMeaning !== true) return asked
  const standingProbes = request.content.rubric.criteria.flatMap(({ checks }) => checks.flatMap(({ probe }) => probe ?? []))
  const probes = [...standing.guide.keyPoints.flatMap((point) => point.probes), ...standingProbes]
  return probes.find(({ ask, byItself }) => byItself !== undefined && asked.endsWith(ask))?.byItself ?? asked
}
