/** Takes their meaning from the characters that Markdown and HTML give one. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')

/** The text that `plain` was given. */
export const plainRead = (text: string): string => text.replaceAll(/\\([\\`*_[\]<>|~&#+=.)-])/g, '$1')

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
