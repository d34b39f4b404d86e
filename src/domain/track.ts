import { z } from 'zod'

/** The kinds of interview there are. */
export const trackIds = ['system-design', 'behavioral', 'concepts', 'sql', 'coding', 'incident'] as const
export const trackIdSchema = z.enum(trackIds)
export type TrackId = z.infer<typeof trackIdSchema>

/** Seniority aimed at, in rising order: a later one's bar holds every earlier one's. */
export const levels = ['junior', 'mid', 'senior', 'lead'] as const
export const levelSchema = z.enum(levels)
export type Level = z.infer<typeof levelSchema>

/** True when a point expected from `expectedFrom` on is part of the bar at `level`. */
export const isExpectedAt = (expectedFrom: Level, level: Level): boolean => levels.indexOf(expectedFrom) <= levels.indexOf(level)

/** Practice gives hints up to rung 5; mock gives no feedback until the end and stops at rung 3. */
export const modes = ['practice', 'mock'] as const
export const modeSchema = z.enum(modes)
export type Mode = z.infer<typeof modeSchema>

/** The interviewer's tone; never its content or its bar. */
export const personas = ['collaborative', 'neutral', 'sceptical', 'quiet'] as const
export const personaSchema = z.enum(personas)
export type Persona = z.infer<typeof personaSchema>

/** The kind of company the interviewer plays: its tone and pace in words; never the content or the bar. */
export const companies = ['neutral', 'startup', 'large-company'] as const
export const companySchema = z.enum(companies)
export type Company = z.infer<typeof companySchema>

/** A lower-case name with hyphens, as used for every id in the content. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug: lower-case letters and digits, joined by single hyphens')
  .max(64)
