/** SQL from its first word on: without the white space and the comments before it. */
export const withoutLead = (sql: string): string => sql.replace(/^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/, '')
