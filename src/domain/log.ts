/** Where surprises are written for whoever runs the server. Details never hold what a candidate said. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
