/** The pages there are, as values. */
export type Route =
  | { page: 'practise' }
  | { page: 'room'; interview: string }
  | { page: 'scoring'; interview: string }
  /** At one turn of its transcript, where one is named. */
  | { page: 'scorecard'; interview: string; turn?: number }
  | { page: 'reviews'; interview: string }
  /** What a guest sees; without a share, the token of its link stands after the #. */
  | { page: 'shared'; share: string | null }
  | { page: 'review'; interview: string }
  /** Where somebody comes in by the access secret, or by a link from another browser after the #. */
  | { page: 'entry' }
  | { page: 'redo'; interview: string; criterion: string; check: string }
  | { page: 'compare'; first: string; second: string }
  /** An imported transcript is put right. */
  | { page: 'correct'; interview: string }
  | { page: 'import' }
  /** With one question opened, where one is named. */
  | { page: 'library'; question?: { track: string; id: string } }
  | { page: 'history' }
  | { page: 'settings' }
  /** An interview that ships with Hotseat. */
  | { page: 'sample' }
  | { page: 'sample-review' }
  | { page: 'not-found' }

/** The route of a path; a path that is no page's is `not-found`. */
export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '')
  const [first, interview, part, criterion, check] = parts.map(decoded)
  if (parts.length === 0) return { page: 'practise' }
  if (parts.length === 1 && isPlace(first)) return { page: first }
  if (first === 'sample' && interview === 'review' && parts.length === 2) return { page: 'sample-review' }
  if (parts.length === 1 && first === 'enter') return { page: 'entry' }
  if (first === 'shared' && parts.length <= 2 && interview !== null) return { page: 'shared', share: interview ?? null }
  if (first === 'compare' && parts.length === 3 && interview != null && part != null)
    return { page: 'compare', first: interview, second: part }
  if (first !== 'interviews' || interview == null) return { page: 'not-found' }
  if (parts.length === 2) return { page: 'room', interview }
  const isOfInterview =
    part === 'scoring' || part === 'scorecard' || part === 'review' || part === 'reviews' || part === 'correct'
  if (parts.length === 3 && isOfInterview) return { page: part, interview }
  if (parts.length === 5 && part === 'redo' && criterion != null && check != null)
    return { page: 'redo', interview, criterion, check }
  return { page: 'not-found' }
}

const isPlace = (name: string | null | undefined) =>
  name === 'library' || name === 'history' || name === 'import' || name === 'settings' || name === 'sample'

/** The path of a route, which `parseRoute` makes the route again; behind a # the place on its page, which the page itself looks for. */
export function routePath(route: Route): string {
  switch (route.page) {
    case 'practise':
      return '/'
    case 'room':
      return `/interviews/${encodeURIComponent(route.interview)}`
    case 'scorecard':
      return `/interviews/${encodeURIComponent(route.interview)}/scorecard${route.turn === undefined ? '' : `#turn-${route.turn}`}`
    case 'scoring':
    case 'reviews':
    case 'review':
    case 'correct':
      return `/interviews/${encodeURIComponent(route.interview)}/${route.page}`
    case 'shared':
      return route.share === null ? '/shared' : `/shared/${encodeURIComponent(route.share)}`
    case 'entry':
      return '/enter'
    case 'redo':
      return `/interviews/${[route.interview, route.page, route.criterion, route.check].map(encodeURIComponent).join('/')}`
    case 'compare':
      return `/compare/${encodeURIComponent(route.first)}/${encodeURIComponent(route.second)}`
    case 'library':
      return route.question === undefined ? '/library' : `/library#${questionPlace(route.question)}`
    case 'import':
    case 'history':
    case 'settings':
    case 'sample':
    case 'not-found':
      return `/${route.page}`
    case 'sample-review':
      return '/sample/review'
    default:
      return route satisfies never
  }
}

/** The place of a question in the library. */
export const questionPlace = ({ track, id }: { track: string; id: string }): string => `question-${track}-${id}`

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
