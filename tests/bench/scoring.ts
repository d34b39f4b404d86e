// npm run bench:scoring [-- --rounds N] [--format json|markdown]: milliseconds that the rules take for a whole transcript. Wants a quiet machine.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { holdContentFor } from '#src/content/hold-content.ts'
import { loadContent } from '#src/content/load-content.ts'
import { trackIds } from '#src/domain/track.ts'
import { packageRoot } from '#src/package-root.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { type Labelled, readLabelledSet } from '../calibration/labelled-set.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, format: { type: 'string', default: 'markdown' } },
})
const rounds = z.coerce.number().int().min(1).parse(values.rounds)
const format = z.enum(['json', 'markdown']).parse(values.format)
const started = performance.now()
const content = await loadContent(packageRoot())
const loadMs = performance.now() - started
const { lexicon, thresholds } = content
const scorer = createRuleBasedScorer({ lexicon })
const calibration = join(import.meta.dirname, '../calibration')
const set = ['transcripts', 'further-transcripts'].flatMap((folder) => readLabelledSet(join(calibration, folder)))

/** As a server grades: texts read from JSON anew, so that nothing known of an earlier round is known of them. */
async function timed({ transcript }: Labelled): Promise<number> {
  const fresh = structuredClone(transcript)
  const from = performance.now()
  await gradeTranscript({
    transcript: fresh,
    content: holdContentFor(content, fresh),
    bank: content.questions,
    lexicon,
    thresholds,
    scorer,
  })
  return performance.now() - from
}

for (const labelled of set) await timed(labelled)
const taken = new Map(set.map((labelled) => [labelled, [] as number[]]))
for (let round = 0; round < rounds; round++)
  // Another order each round, so that no transcript always follows the same one.
  for (const labelled of [...set.slice((round * 13) % set.length), ...set.slice(0, (round * 13) % set.length)])
    taken.get(labelled)?.push(await timed(labelled))

const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b)
const share = (times: readonly number[], part: number) =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
/** A transcript's own time is the median of its rounds: the rest is the machine's. */
const ownTimes = (of: readonly Labelled[]) => of.map((labelled) => share(taken.get(labelled) ?? [], 0.5))
const line = (name: string, of: readonly Labelled[]) => {
  const times = ownTimes(of)
  return { name, transcripts: of.length, median: share(times, 0.5), p95: share(times, 0.95), longest: Math.max(0, ...times) }
}
const lines = [
  ...trackIds.map((track) =>
    line(
      track,
      set.filter(({ transcript }) => transcript.track === track),
    ),
  ),
  line('all', set),
].filter(({ transcripts }) => transcripts > 0)

if (format === 'json') console.log(JSON.stringify({ rounds, loadMs, lines }, null, 2))
else {
  const rows = lines.map(
    ({ name, transcripts, median, p95, longest }) =>
      `| ${name} | ${transcripts} | ${median.toFixed(1)} | ${p95.toFixed(1)} | ${longest.toFixed(1)} |`,
  )
  console.log(['| Track | Transcripts | Median ms | 95 % | Longest |', '|---|---|---|---|---|', ...rows].join('\n'))
  console.log(`\nLoading the content, once and cold: ${loadMs.toFixed(0)} ms for ${content.questions.length} questions.`)
}
