import { type ClientFrame, clientFrameSchema, maxFrameBytes, type ServerFrame } from '#src/protocol/frames.ts'

type ErrorFrame = Extract<ServerFrame, { type: 'error' }>
type Read = { ok: true; frame: ClientFrame } | { ok: false; error: ErrorFrame }

const knownTypes = new Set<unknown>(clientFrameSchema.options.map((option) => option.shape.type.value))

/** What a browser sent, or the error that it is told: with the id of the turn or command that it was about, when that can be read. */
export function readClientFrame(data: Buffer, isBinary: boolean): Read {
  const content = isBinary ? undefined : jsonIn(data)
  const about = idsOf(content)
  if (data.byteLength > maxFrameBytes)
    return refused(
      'too-large',
      `A frame may have ${maxFrameBytes} bytes; this one had ${data.byteLength}. Send it in parts.`,
      about,
    )
  if (isBinary) return refused('bad-frame', 'Frames are JSON text, not binary.')
  if (content === undefined) return refused('bad-json', 'This is not JSON.')
  const type = typeof content === 'object' && content !== null && 'type' in content ? content.type : undefined
  if (typeof type === 'string' && !knownTypes.has(type))
    return refused('unknown-type', `There is no frame of type "${type.slice(0, 40)}".`, about)
  const parsed = clientFrameSchema.safeParse(content)
  if (parsed.success) return { ok: true, frame: parsed.data }
  const [issue] = parsed.error.issues
  const where = issue === undefined || issue.path.length === 0 ? 'the frame' : issue.path.join('.')
  return refused('bad-frame', `${where}: ${issue?.message ?? 'not understood'}`, about)
}

/** Undefined for what is no JSON. The socket lets no more through than four frames' length. */
function jsonIn(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'), wellFormed)
  } catch {
    return undefined
  }
}

/** A lone surrogate cannot be stored: what is kept and what a retry is compared with would differ. */
const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value)

function refused(code: ErrorFrame['code'], message: string, about: Partial<ErrorFrame> = {}): Read {
  return { ok: false, error: { type: 'error', code, message, ...about } }
}

function idsOf(content: unknown): Pick<ErrorFrame, 'clientTurnId' | 'command'> {
  if (typeof content !== 'object' || content === null) return {}
  const ids: Pick<ErrorFrame, 'clientTurnId' | 'command'> = {}
  if ('clientTurnId' in content && typeof content.clientTurnId === 'string') ids.clientTurnId = content.clientTurnId.slice(0, 64)
  if ('command' in content && typeof content.command === 'string') ids.command = content.command.slice(0, 64)
  return ids
}
