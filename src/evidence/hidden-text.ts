/** Zero-width characters, bidirectional controls, tags: nobody types them in an answer. */
const hidden = /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u
/** A line of "=" or "/" across a page of code is no encoded text. */
const encodedRun = /(?=[+/=]{0,79}[A-Za-z0-9])[A-Za-z0-9+/=]{80,}/
const shortRun = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,79}={0,2}/g
/** Spaces tell prose from the keys, hashes and tokens that people also paste. */
const prose = /^[\x20-\x7E]*[A-Za-z]+ [A-Za-z]+ [A-Za-z]+[\x20-\x7E]*$/

/** True for text that shows something else, or nothing, to the eye: invisible characters, or sentences in base64. */
export const hidesText = (text: string): boolean => hidden.test(text) || encodedRun.test(text) || encodesProse(text)

const encodesProse = (text: string): boolean =>
  [...text.matchAll(shortRun)].some(([run]) => {
    try {
      return prose.test(atob(run))
    } catch {
      return false
    }
  })
