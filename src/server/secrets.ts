import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, for links and cookies alike. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored in place of a secret. */
export const hashOf = (secret: string): string => digest(secret).toString('hex')

/** In a time that says nothing of where the two differ. */
export const isSameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
