import type { SpeakerRole } from '#src/domain/imported.ts'

/** Words that stand for a speaker by themselves, in the languages that interviews are held in and a few more. */
const roleWords: Record<SpeakerRole, string> = {
  interviewer:
    'interviewer, host, recruiter, moderator, examiner, hiring manager, int, q, question, questioner, panel, panelist, entrevistador, entrevistadora, interviewerin, intervieweur, intervieweuse, recruteur, intervistatore, intervistatrice, rekruter, rekruterka, görüşmeci, mülakatçı, pewawancara, интервьюер, інтервʼюер, інтервюер, рекрутер, 面接官, 面试官, 面試官, 면접관, المحاور, साक्षात्कारकर्ता, người phỏng vấn',
  candidate:
    'candidate, me, interviewee, applicant, a, answer, i, myself, candidato, candidata, entrevistado, entrevistada, bewerber, bewerberin, kandidat, kandidatin, candidat, candidate, kandydat, kandydatka, aday, кандидат, кандидатка, соискатель, я, 候補者, 応募者, 候选人, 應徵者, 지원자, 후보자, المرشح, उम्मीदवार, ứng viên, ich, yo, moi, io, ja',
  'left-out':
    'observer, notetaker, note taker, scribe, shadow, transcriber, recording, otter.ai, otterpilot, fireflies.ai, read.ai, наблюдатель',
}
const roleOf = new Map(
  (Object.entries(roleWords) as [SpeakerRole, string][]).flatMap(([role, words]) =>
    words.split(', ').map((word) => [word, role] as const),
  ),
)

/** Words before a colon that structure an answer or a document and name nobody. */
const noSpeakers = new Set(
  'note, notes, nb, ps, example, examples, warning, caution, tip, hint, todo, fixme, summary, conclusion, context, background, title, subject, date, time, times, duration, location, place, company, position, role, level, track, topic, attendees, participants, invited, transcript, recording, agenda, pros, cons, pro, con, space, complexity, input, output, inputs, outputs, step, steps, read, reads, write, writes, get, post, put, delete, patch, select, from, where, situation, task, action, result, reflection, requirements, functional, non-functional, constraints, assumptions, assumption, tests, http, https, ftp, file, mailto, default, case, else, try, finally, class, def, key, value, latency, throughput, first, second, third, option, options, definition, answer key, kind, language, status, keywords, re, fwd, to, cc, ok, okay, so, well, yes, no, right, now, however, remember, important, problem, solution, idea, goal, goals, bottom line, trade-offs, tradeoffs, trade-off, in short, that is'.split(
    ', ',
  ),
)

/** By what labels are compared: case, spacing and invisible characters do not matter. */
export const labelKey = (label: string): string => cleanLabel(label).toLowerCase()

export const cleanLabel = (label: string): string =>
  label
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll(/[\s*_]+/gu, ' ')
    .trim()

/** Whom a label names by its words alone; undefined for a name. */
export function roleOfLabel(label: string): SpeakerRole | undefined {
  const key = labelKey(label)
  const whole = roleOf.get(key) ?? roleOf.get(key.replace(/\s*#?\d+$/, ''))
  if (whole !== undefined) return whole
  const telling = key.split(/[^\p{L}\p{M}.]+/u).filter((word) => word.length >= 5 && word !== 'answer' && word !== 'question')
  return telling.map((word) => roleOf.get(word)).find((role) => role !== undefined)
}

const particles = new Set([
  'de',
  'da',
  'do',
  'dos',
  'di',
  'del',
  'della',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ten',
  'bin',
  'al',
  'el',
  'y',
  'e',
  'and',
  'of',
])

/** Whether words before a colon or a time can be the name of somebody: few words, each beginning as names do. */
export function isNameShaped(label: string): boolean {
  const clean = cleanLabel(label)
  if (clean === '' || clean.length > 60 || noSpeakers.has(clean.toLowerCase())) return false
  if (roleOfLabel(clean) !== undefined) return true
  const words = clean.split(' ')
  if (words.length > 5 || !/^[\p{L}\p{N}]/u.test(clean) || !/\p{L}/u.test(clean)) return false
  return words.every(
    (word) =>
      particles.has(word) ||
      /^["'“(]?(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}]|\p{L}$|@)[\p{L}\p{M}\p{N}.'’ʼ\-_@&/\u200C\u200D]*[)",”,]?$/u.test(word) ||
      /^[(&\-|][\p{L}./-]*\)?$/u.test(word),
  )
}

/** A name as people write it in a chat, without a capital: believed only when it comes back often. */
export const isHandle = (label: string): boolean => /^\p{Ll}[\p{L}\p{N}._-]{1,20}$/u.test(label) && !noSpeakers.has(label)
