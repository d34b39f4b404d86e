import { type Language, languageNames } from '#src/domain/language.ts'
import type { Recommendation, Verdict } from '#src/domain/score.ts'
import type { Framework } from '#src/domain/topic.ts'
import type { Company, Level, Mode, Persona, TrackId } from '#src/domain/track.ts'
import type { PadLanguage } from '#src/domain/workspace.ts'

/** What the schemas' values are called on screen. */
export const trackWords: Record<TrackId, string> = {
  'system-design': 'System design',
  behavioral: 'Behavioral',
  concepts: 'Concepts',
  sql: 'SQL and data modelling',
  coding: 'Coding',
  incident: 'Incident',
}

export const levelWords: Record<Level, string> = { junior: 'Junior', mid: 'Mid', senior: 'Senior', lead: 'Lead' }

export const frameworkWords: Record<Framework, string> = {
  node: 'Node.js',
  spring: 'Spring',
  django: 'Django',
  rails: 'Rails',
  dotnet: '.NET',
}

export const padLanguageWords: Record<PadLanguage, string> = {
  typescript: 'TypeScript',
  javascript: 'JavaScript',
  python: 'Python',
  java: 'Java',
  go: 'Go',
  sql: 'SQL',
}

export const modeWords: Record<Mode, { title: string; means: string }> = {
  practice: { title: 'Practice', means: 'Hints up to the point itself, and coaching, when you ask for them.' },
  mock: { title: 'Mock', means: 'As on the day: sparing hints, no feedback until the end.' },
}

export const personaWords: Record<Persona, { title: string; means: string }> = {
  collaborative: { title: 'Collaborative', means: 'thinks along with you' },
  neutral: { title: 'Neutral', means: 'gives nothing away' },
  sceptical: { title: 'Sceptical', means: 'asks for the reason behind each choice' },
  quiet: { title: 'Quiet', means: 'leaves long silences to you' },
}

export const companyWords: Record<Company, { title: string; means: string }> = {
  neutral: { title: 'None', means: 'no company in particular' },
  startup: { title: 'Startup', means: 'plain talk, a quick pace' },
  'large-company': { title: 'Large company', means: 'orderly, by the agenda' },
}

/** What of an interview's manner is not as usual, in a few words each. */
export const mannerWords = ({ company, language }: { company: Company; language: Language }): string[] => [
  ...(company === 'neutral' ? [] : [companyWords[company].title.toLowerCase()]),
  ...(language === 'en' ? [] : [languageNames[language].native]),
]

export const recommendationWords: Record<Recommendation, string> = {
  'strong-no-hire': 'Strong no hire',
  'lean-no-hire': 'Lean no hire',
  'lean-hire': 'Lean hire',
  'strong-hire': 'Strong hire',
}

export const ratingWords = { 1: 'Well below the bar', 2: 'Below the bar', 3: 'Meets the bar', 4: 'Clearly above' } as const

export const verdictWords: Record<Verdict, string> = {
  yes: 'Met',
  partly: 'Partly',
  no: 'Not met',
  'not-shown': 'Did not come up',
}
