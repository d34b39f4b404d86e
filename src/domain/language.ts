import { z } from 'zod'

/**
 * What an interview can be held in: BCP-47 tags, English first. The rule-based interviewer and scorer know English only. Scripts that put no
 * spaces between words are left out: quotes are looked for word by word.
 */
export const languages = ['en', 'ar', 'de', 'es', 'fr', 'hi', 'id', 'it', 'ko', 'nl', 'pl', 'pt-BR', 'tr', 'uk', 'vi'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** Of any BCP-47 tag, also one that no interview can be held in: whether it is English of some region. */
export const isEnglish = (tag: string): boolean => /^en\b/i.test(tag)

/** Names in English and in the language itself, and how its words for minutes begin after a figure. */
export const languageNames: Record<Language, { english: string; native: string; minutes: readonly string[] }> = {
  en: { english: 'English', native: 'English', minutes: ['min'] },
  ar: { english: 'Arabic', native: 'العربية', minutes: ['دقيق', 'دقائق'] },
  de: { english: 'German', native: 'Deutsch', minutes: ['min'] },
  es: { english: 'Spanish', native: 'Español', minutes: ['min'] },
  fr: { english: 'French', native: 'Français', minutes: ['min'] },
  hi: { english: 'Hindi', native: 'हिन्दी', minutes: ['मिनट', 'मिनिट'] },
  id: { english: 'Indonesian', native: 'Bahasa Indonesia', minutes: ['menit'] },
  it: { english: 'Italian', native: 'Italiano', minutes: ['min'] },
  ko: { english: 'Korean', native: '한국어', minutes: ['분'] },
  nl: { english: 'Dutch', native: 'Nederlands', minutes: ['min'] },
  pl: { english: 'Polish', native: 'Polski', minutes: ['min'] },
  'pt-BR': { english: 'Brazilian Portuguese', native: 'Português (Brasil)', minutes: ['min'] },
  tr: { english: 'Turkish', native: 'Türkçe', minutes: ['dakika', 'dk'] },
  uk: { english: 'Ukrainian', native: 'Українська', minutes: ['хв'] },
  vi: { english: 'Vietnamese', native: 'Tiếng Việt', minutes: ['phút'] },
}
