import type { RestoredFile } from '#src/protocol/rest.ts'

/** So many are named of those that are stored; every one that is not is named. */
const mostNamed = 20

/** What a restored file came to, in sentences, and the interviews to name: what failed first. `more` are stored and not named. */
export interface RestoreOutcome {
  sentences: string[]
  named: RestoredFile[]
  more: number
}

export function restoreOutcome(files: readonly RestoredFile[]): RestoreOutcome {
  const of = (kind: RestoredFile['kind']) => files.filter((file) => file.kind === kind)
  const [restored, here, failed] = [of('restored'), of('here').length, of('failed')]
  const named = restored.slice(0, mostNamed)
  return {
    sentences: [
      restored.length === 1 ? 'One interview restored.' : `${restored.length} interviews restored.`,
      ...(here === 0
        ? []
        : [here === 1 ? 'One was here already and was left alone.' : `${here} were here already and were left alone.`]),
      ...(failed.length === 0 ? [] : [failed.length === 1 ? 'One was not restored.' : `${failed.length} were not restored.`]),
    ],
    named: [...failed, ...named],
    more: restored.length - named.length,
  }
}
