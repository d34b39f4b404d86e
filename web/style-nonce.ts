/** The nonce that the server put into this page for style tags that are made here; empty where there is none, as in development. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
