import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { accessSeconds, cookieName } from './access.ts'
import { isSecure } from './admission.ts'
import type { ServerConfig } from './server-options.ts'

/** How every cookie is set: no script reads it, no other site sends it, and over TLS it goes nowhere else. */
export const cookieRules = (context: Context, { spaces }: Pick<ServerConfig, 'spaces'>) => ({
  httpOnly: true,
  sameSite: 'Strict' as const,
  secure: isSecure(context.req.header('host'), spaces?.origins ?? []),
})

export const setAccessCookie = (context: Context, config: Pick<ServerConfig, 'spaces'>, value: string): void =>
  setCookie(context, cookieName, value, { ...cookieRules(context, config), path: '/', maxAge: accessSeconds })

export const clearAccessCookie = (context: Context, config: Pick<ServerConfig, 'spaces'>): void =>
  void deleteCookie(context, cookieName, { ...cookieRules(context, config), path: '/' })
