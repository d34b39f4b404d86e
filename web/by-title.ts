/** Compares by title, as a reader looks for one in a long list. */
export const byTitle = (one: { title: string }, other: { title: string }): number => one.title.localeCompare(other.title, 'en')
