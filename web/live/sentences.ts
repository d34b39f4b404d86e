const sentenceEnd = /[.!?…]["'”’)\]]*(?=\s|$)|\n/gu

/** How much of a text that is still growing is made of whole sentences: the UTF-16 length up to and with the last one's end. */
export function finishedLength(text: string): number {
  let length = 0
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length
    // A stop at the very end may be the first half of "99.9": it counts once something follows.
    if (end < text.length) length = end
  }
  return length
}
