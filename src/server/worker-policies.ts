/**
 * Workers come under a policy of their own, by the names of their files. One runs what a candidate writes: it may make code of text, and reach
 * nothing. The other needs the SQLite that it compiles.
 */
export const workerPolicies: Readonly<Record<string, string>> = {
  'runner-worker': "default-src 'none'; script-src 'unsafe-eval'",
  'sql-worker': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
}
