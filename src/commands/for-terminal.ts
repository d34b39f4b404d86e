/** Text as a terminal may be shown it: what would move its cursor, colour it or rename its window is replaced; lines and tabs stay. */
export const forTerminal = (text: string): string => text.replaceAll(/(?![\n\t])\p{Cc}/gu, '\uFFFD')
