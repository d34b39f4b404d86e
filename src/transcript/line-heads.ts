import { readTime, timePattern } from './clock-times.ts'
import { cleanLabel, isHandle, isNameShaped, roleOfLabel } from './speaker-labels.ts'

/** How a line names who speaks. Labels of one transcript look alike, so the way of writing tells a name from a word before a colon. */
export type HeadStyle =
  /** `Anna: words`, and `Anna:` with the words beneath. */
  | 'plain'
  /** `**Anna**: words`, and `**Anna**` with the words beneath. */
  | 'bold'
  /** `### Anna`, the words beneath. */
  | 'heading'
  /** `Anna  0:03` or `[Anna] 10:02:31`, the words beneath. */
  | 'stamp'
  /** `10:02:31 From Anna to Everyone: words`. */
  | 'chat'
  /** `Interviewer`, the words beneath. */
  | 'bare'

export interface LineHead {
  style: HeadStyle
  label: string
  time: ReturnType<typeof readTime>
  /** What follows on the same line. */
  rest: string
  /** Nothing stood between colon and words, as in `a:b`: a head only of somebody who speaks elsewhere. */
  isTight: boolean
}

/** A head stands in the first characters of a line, so that no line costs more than its beginning. */
const longestHead = 160

const time = `[[(<]?(${timePattern})[\\])>]?`
const colon = '[:：﹕]'
const chat = new RegExp(
  `^(?:\\d{4}-\\d\\d-\\d\\d )?\\s*${time}\\s+From\\s+(.{1,60}?)(?:\\s+to\\s+.{1,60}?)?(?:\\(.{1,40}\\))?\\s*:(?=\\s|$)`,
  'i',
)
const heading = new RegExp(
  `^#{1,6}\\s+(?:\\*\\*)?([^:：*#]{1,60}?)(?:\\s*[-–—(,|]?\\s*${time})?\\s*(?:\\*\\*)?\\s*${colon}?\\s*$`,
)
const inline = new RegExp(
  `^(?:${time}\\s*(?:[-–—|]\\s*)?)?(\\*\\*|__|\\*)?(?:${time}\\s*)?\\[?([^:：﹕*_<>[\\]{}"“”]{1,60}?)\\]?(?:\\s*[-–—,|]?\\s*[[(]?(${timePattern})[\\])]?)?\\s*(\\*\\*|__|\\*)?\\s*${colon}(?:\\s*(\\*\\*|__|\\*)(?=\\s|$))?`,
)
const stamped = new RegExp(
  `^(?:\\*\\*|__)?\\[?([^:：<>[\\]{}"“”|*]{1,60}?)\\]?(?:\\*\\*|__)?\\s*[-–—,|]?\\s*${time}(?:\\*\\*|__)?\\s*$`,
)
const stampedBefore = new RegExp(`^${time}\\s*(?:[-–—|]\\s*)?(?:\\*\\*|__)?([^:：<>[\\]{}"“”|*.?!]{1,60}?)(?:\\*\\*|__)?\\s*$`)
const hasYear = /\b\d{4}\b/
const boldAlone = /^(?:\*\*|__)([^:：*_]{1,60})(?:\*\*|__)\s*$/

/** Nearly every line ends here: no colon, no mark of Markdown, and too long to be a role alone. */
const mayName = /[:：﹕]|^\s*(?:>\s?)*(?:[-•+*]\s+)?(?:\*\*|__|#)|^.{3,40}$/u

/** What a line says about who speaks from there on; null for a line that names nobody. */
export function headOf(line: string): LineHead | null {
  if (!mayName.test(line.slice(0, longestHead))) return null
  const bare = line.slice(0, longestHead).replace(/^[\s\u200E\u200F\u202A-\u202E\u2066-\u2069]*(?:>\s?)*(?:[-•+*]\s+)?/u, '')
  const isWhole = line.length <= longestHead
  const skipped = Math.min(line.length, longestHead) - bare.length
  const restFrom = (length: number) => line.slice(skipped + length)
  const head = (style: HeadStyle, label: string, at: string | undefined, rest = ''): LineHead => ({
    style,
    label: cleanLabel(label),
    time: at === undefined ? null : readTime(at),
    rest: rest.trim(),
    isTight: false,
  })

  const said = chat.exec(bare)
  if (said !== null) return head('chat', said[2] ?? '', said[1], restFrom(said[0].length))
  const titled = isWhole ? heading.exec(bare) : null
  if (titled !== null) return isNameShaped(titled[1] ?? '') ? head('heading', titled[1] ?? '', titled[2]) : null
  const stamp = isWhole ? stamped.exec(bare) : null
  if (stamp !== null && isNameShaped(stamp[1] ?? '') && !hasYear.test(stamp[1] ?? ''))
    return head('stamp', stamp[1] ?? '', stamp[2])
  const early = isWhole ? stampedBefore.exec(bare) : null
  if (early !== null && isNameShaped(early[2] ?? '')) return head('stamp', early[2] ?? '', early[1])
  const named = inline.exec(bare)
  if (named !== null) {
    const [whole, before, open, inside, label = '', after, close, late] = named
    const rest = restFrom(whole.length)
    const isBold = open !== undefined && (close ?? late) !== undefined
    const at = before ?? inside ?? after
    const isLoose = rest === '' || /^\s/.test(rest) || late !== undefined || whole.endsWith('：')
    const isName = isNameShaped(label) || (at === undefined && isHandle(label))
    if (isName && !/^[/\\:]/.test(rest)) return { ...head(isBold ? 'bold' : 'plain', label, at, rest), isTight: !isLoose }
  }
  if (!isWhole) return null
  const bold = boldAlone.exec(bare)
  if (bold !== null && isNameShaped(bold[1] ?? '')) return head('bold', bold[1] ?? '', undefined)
  return bare.trim().length > 1 && bare.length <= 40 && roleOfLabel(bare) !== undefined && isNameShaped(bare)
    ? head('bare', bare, undefined)
    : null
}

const loneTime = new RegExp(`^\\s*${time}\\s*$`)

/** A line that holds a time and nothing else. */
export function timeAlone(line: string): ReturnType<typeof readTime> {
  const found = line.length > 40 ? null : loneTime.exec(line)
  return found === null ? null : readTime(found[1] ?? '')
}
