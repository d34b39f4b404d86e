import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { build } from 'vite'
import { readLabelledSet } from '../../calibration/labelled-set.ts'
import { type Contender, type Served, started } from './served.ts'

const token = 'a-token-for-the-benchmark'
const product = join(import.meta.dirname, '../../../bin/hotseat.mjs')

/** What is made of the one interview that is begun, and who serves it. */
export interface Sitting {
  interviews: number
  /**
   * `product`: as it is built. The others are its hot path with a reply that never ends, which the product's interviewer would not let anybody
   * say, and without its thinking before a turn: `gate` checks every sentence, `open` lets words pass as the model writes them.
   */
  program: 'product' | 'gate' | 'open'
  /** Late: after twenty turns of a labelled transcript. */
  begun: 'just now' | 'long ago'
}

const question = 'url-shortener'
const transcript = 'url-shortener-v1'

const early =
  'Reads outnumber writes by a hundred to one, so I put a cache before the store and let a miss fill it. ' +
  'The writer goes through a queue, since a burst must not reach the database. How many users are there at the peak?'
const labelled = readLabelledSet(join(import.meta.dirname, '../../calibration/further-transcripts'))
const turnsSaid = labelled.find(({ transcript: { id } }) => id === transcript)?.transcript.turns ?? []
const lastAnswer = turnsSaid.findLastIndex(({ speaker }) => speaker === 'candidate')
const late = turnsSaid[lastAnswer]?.text ?? ''

/** Hotseat with so many interviews that wait for the candidate's words. */
export async function hotseat(model: Served, sitting: Sitting): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-bench-'))
  const env = {
    PORT: '0',
    HOTSEAT_DB: join(folder, 'hotseat.db'),
    HOTSEAT_TOKEN: token,
    HOTSEAT_MODEL: 'paced',
    HOTSEAT_OBSERVER: 'off',
    HOTSEAT_MODEL_CALLS: '10000',
    HOTSEAT_LOG_LEVEL: 'error',
    OPENAI_BASE_URL: `http://127.0.0.1:${model.port}/v1`,
  }
  const first = await started([product, 'serve'], { cwd: folder, env })
  const choice = { track: 'system-design', level: 'senior', minutes: 45, mode: 'mock', persona: 'neutral', question }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const begun = await fetch(`http://127.0.0.1:${first.port}/api/interviews`, {
    method: 'POST',
    headers,
    body: JSON.stringify(choice),
  })
  if (begun.status !== 201) throw new Error(await begun.text())
  await first.stop()
  prepare(env.HOTSEAT_DB, sitting)
  const isProduct = sitting.program === 'product'
  const args = isProduct ? [product, 'serve'] : [await builtHotPath(), sitting.program]
  // Such as --cpu-prof, for who looks into a figure.
  const flags = (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter((flag) => flag !== '')
  const served = await started([...flags, ...args], { cwd: folder, env })
  return {
    ...served,
    address: (n) => ({
      url: `ws://127.0.0.1:${served.port}/api/interviews/copy-${n}/live`,
      subprotocols: ['interview.v1'],
      headers,
    }),
    greeting: JSON.stringify({ type: 'hello', connection: 'the-benchmark' }),
    turn: (n, round = 0) =>
      JSON.stringify({
        type: 'say',
        clientTurnId: `turn-${round}-of-${n}`,
        text: sitting.begun === 'just now' ? early : late,
      }),
    stop: async () => {
      await served.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Built as the product is: what runs sources gives every function a name, which costs a fifth. */
async function builtHotPath(): Promise<string> {
  const outDir = join(import.meta.dirname, '../../../dist/bench')
  const input = { 'hot-path': join(import.meta.dirname, 'hot-path.ts') }
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, outDir, target: 'node20', rolldownOptions: { input } },
  })
  return join(outDir, 'hot-path.js')
}

/** The one interview that there is, so many times, each after the interviewer's opening or far beyond it. */
function prepare(file: string, { interviews, begun }: Sitting): void {
  const db = new Database(file)
  const columns = db.prepare("select group_concat(name) from pragma_table_info('interviews') where name <> 'id'").pluck().get()
  db.exec(`
    update interviews set questions = json_set(questions, '$[0].firstTurn', 1);
    with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${interviews - 1})
      insert into interviews (id, ${columns}) select 'copy-' || n, ${columns} from numbers, (select * from interviews);`)
  const insert = db.prepare(`
    insert into turns (interview_id, turn, speaker, text, artifacts, phase, elapsed_ms, created_at, spoken_by, interrupted, move)
      select id, @turn, @speaker, coalesce(@text, json_extract(questions, '$[0].text')), '[]', @phase, @turn * 60000, created_at, @spokenBy, 0, @move
      from interviews where id like 'copy-%'`)
  const said = begun === 'just now' ? [] : turnsSaid.slice(1, lastAnswer)
  const phases = db.prepare('select json_array_length(schedule) from interviews').pluck().get() as number
  db.transaction(() => {
    for (const [index, { speaker, text }] of [{ speaker: 'interviewer', text: null }, ...said].entries())
      insert.run({
        turn: index + 1,
        speaker,
        text,
        // The wrap-up is left out: nothing is looked for in it.
        phase: said.length === 0 ? 0 : Math.min(phases - 2, Math.floor((index / said.length) * (phases - 1))),
        spokenBy: speaker === 'interviewer' ? 'model:paced' : null,
        move: speaker === 'interviewer' && index > 0 ? JSON.stringify({ kind: 'listen' }) : null,
      })
  })()
  db.close()
}
