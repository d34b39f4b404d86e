// npm run bench [-- --streams 200,500,1000 --seconds 10 --warm-up 20 --rounds 3 --turns 200 --idle 10000 --only Hotseat --format json|markdown]: what a streamed token costs
// beside a bare relay and the usual way, and what a turn costs. Linux only: CPU and memory are read from /proc. Wants a quiet machine;
// everything runs on the same one. In more rounds than one the servers take turns, and what stands in the middle is told.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hotseat } from './hotseat.ts'
import { inTheMiddle, measureIdle, measureTokens, measureTurns, type TokenLine, type TurnLine } from './measure.ts'
import { endlessTokens, usualTokens } from './reply.ts'
import { bareRelay, type Contender, type PacedModel, pacedModel, usualWay } from './served.ts'
import { asMarkdown, ratioTo } from './tables.ts'

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '200,500,1000' },
    seconds: { type: 'string', default: '10' },
    'warm-up': { type: 'string', default: '20' },
    rounds: { type: 'string', default: '1' },
    turns: { type: 'string', default: '200' },
    idle: { type: 'string', default: '0' },
    format: { type: 'string', default: 'markdown' },
    only: { type: 'string' },
  },
})
const counts = z.array(z.coerce.number().int().min(1)).parse(values.streams.split(',').filter((one) => one !== '0'))
const seconds = z.coerce.number().min(1).parse(values.seconds)
const warmUp = z.coerce.number().min(0).parse(values['warm-up'])
const rounds = z.coerce.number().int().min(1).parse(values.rounds)
const turnCount = z.coerce.number().int().min(0).parse(values.turns)
const idleCount = z.coerce.number().int().min(0).parse(values.idle)
const format = z.enum(['json', 'markdown']).parse(values.format)
const turnsPerSecond = 20

const isWanted = (name: string) => values.only === undefined || name.startsWith(values.only)

async function withContender<T>(contender: Contender, measure: (contender: Contender) => Promise<T>): Promise<T> {
  try {
    return await measure(contender)
  } finally {
    await contender.stop()
  }
}

async function withModel<T>(tokens: number, measure: (model: PacedModel) => Promise<T>): Promise<T> {
  const model = await pacedModel(tokens)
  try {
    return await measure(model)
  } finally {
    await model.stop()
  }
}

const servers: [string, (model: PacedModel, interviews: number) => Promise<Contender>][] = [
  ['bare relay', bareRelay],
  ['usual way', usualWay],
  ['Hotseat, gate off', (model, interviews) => hotseat(model, { interviews, program: 'open', begun: 'just now' })],
  ['Hotseat, gate on', (model, interviews) => hotseat(model, { interviews, program: 'gate', begun: 'just now' })],
]

const tokens: TokenLine[] = []
await withModel(endlessTokens, async (model) => {
  for (const streams of counts) {
    const measured = new Map<string, TokenLine[]>()
    for (let round = 1; round <= rounds; round++)
      for (const [name, start] of servers) {
        if (!isWanted(name)) continue
        console.error(`${name}, ${streams} replies at once, ${round} of ${rounds}…`)
        const measure = (contender: Contender) => measureTokens(name, { contender, model, streams, seconds, warmUp })
        const line = await withContender(await start(model, streams), measure)
        measured.set(name, [...(measured.get(name) ?? []), line])
      }
    tokens.push(...[...measured.values()].map(inTheMiddle))
  }
})

const turns: TurnLine[] = []
let idle = null
await withModel(usualTokens, async (model) => {
  for (const begun of ['just now', 'long ago'] as const) {
    if (turnCount === 0) break
    const speaksBefore = begun === 'long ago'
    const name = speaksBefore ? 'the twelfth' : 'the first'
    console.error(`${turnCount} turns, ${turnsPerSecond} a second, each ${name} of its interview…`)
    const contender = await hotseat(model, { interviews: turnCount, program: 'product', begun })
    turns.push(
      await withContender(contender, () =>
        measureTurns(name, { contender, turns: turnCount, perSecond: turnsPerSecond, warmUp: speaksBefore }),
      ),
    )
  }
  if (idleCount > 0) idle = await measureIdle(model, idleCount)
})

if (format === 'markdown') console.log(asMarkdown({ tokens, turns, idle }))
else {
  const withRatios = tokens.map((line) => ({
    ...line,
    timesBareRelay: ratioTo('bare relay', line, tokens),
    timesUsualWay: ratioTo('usual way', line, tokens),
  }))
  console.log(JSON.stringify({ seconds, warmUp, rounds, tokens: withRatios, turns, idle }, null, 2))
}
