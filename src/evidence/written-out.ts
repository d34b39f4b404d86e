import { isBlank, isCandidatesOwn, type Turn } from '#src/domain/turn.ts'
import { sentencesOf } from './read-sentences.ts'
import { readsAsCode } from './reads-as-code.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** A statement rather than talk about one: nobody writes an article into it. */
const statement =
  /\b(?:select\s(?:(?!\b(?:the|an?|all|every|each|those|these|which|that|only)\b)(?:[^.?!]|[.](?=\w))){1,300}\sfrom\s+(?!(?:the|an?|all|every|each|those|these|which|that)\b)\w|insert\s+into\s+[\w.]+\s*(?:\(|select|values)|update\s+[\w.]+(?:\s+(?:as\s+)?\w+)?\s+set\s+[\w.]+\s*=|delete\s+from\s+(?!(?:the|an?|all|every|each|those|these|which|that)\b)[\w.]+(?:\s+(?:as\s+)?\w+)?\s+where\b)/iu

/** On a pad nobody talks; tables that are declared there ask nothing yet. */
const begunStatement = /\b(?:select|insert|update|delete|merge)\b/iu

/** Of an assignment, what opens a block or ends one, a return, a call. */
const lineOfCode =
  /^(?:[\w.[\]]+(?:,? [\w.[\]]+){0,4} (?:[-+*/%|&:]?=) \S.*|(?:for|while|if|elif|else|def|func|function|fn|class|public|private|try|switch|case)\b.*[:{]|return\b[^.?!]*|[})\]]+[;,]?|[\w.]+\(.*\)|.*;)$/u
/** Fewer are a sketch of a thought. */
const fewestLines = 3

const isProgram = (text: string): boolean => text.split('\n').filter((line) => lineOfCode.test(line.trim())).length >= fewestLines

/** Whether a turn holds a query or code that somebody wrote, on the pad or in its words. */
export function isWrittenOut(
  { turn, text, artifacts }: Pick<Turn, 'turn' | 'text' | 'artifacts'>,
  kind: 'sql' | 'code',
): boolean {
  const typed = artifacts.filter((one) => isCandidatesOwn(one) && one.kind === kind && !isBlank(one.text))
  if (typed.some((one) => kind === 'code' || begunStatement.test(one.text))) return true
  if (kind === 'sql') return statement.test(text)
  return isProgram(text) || sentencesOf(tokeniseSegments([{ turn, text }])).some(readsAsCode)
}
