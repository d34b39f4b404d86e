import { maxPadLength } from '#src/domain/workspace.ts'
import { maxFrameBytes, type SaidArtifact } from '#src/protocol/frames.ts'
import { fitsFrame, frameBytes } from './frame-size.ts'
import type { UnsentTurn } from './kept-words.ts'

const names: Record<SaidArtifact['kind'], string> = {
  board: 'the board',
  code: 'the code',
  sql: 'the SQL',
  'sql-result': 'the result',
  'case-results': 'how the cases went',
}

/** A turn ready to be sent, or why it cannot be: a sentence that says what to do. */
export function unsentTurn(turn: {
  clientTurnId: string
  text: string
  artifacts: readonly SaidArtifact[]
}): { ok: true; turn: UnsentTurn } | { ok: false; problem: string } {
  const { clientTurnId, text, artifacts } = turn
  for (const artifact of artifacts) {
    const over = artifact.kind === 'board' ? 0 : artifact.text.length - maxPadLength
    if (over > 0)
      return {
        ok: false,
        problem: `Nothing was sent: ${names[artifact.kind]} is ${over.toLocaleString('en')} characters too long to go with an answer. Shorten it, or leave it out.`,
      }
  }
  const unsent = { clientTurnId, text, ...(artifacts.length === 0 ? {} : { artifacts: [...artifacts] }) }
  const bytes = frameBytes({ type: 'say', ...unsent })
  if (fitsFrame(bytes)) return { ok: true, turn: unsent }
  const most = maxFrameBytes / 1024
  return {
    ok: false,
    problem: `Nothing was sent: this answer takes ${Math.ceil(bytes / 1024)} KB, and ${most} go at once. Leave something out, or send it in two parts.`,
  }
}
