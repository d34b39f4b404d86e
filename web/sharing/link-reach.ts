const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/** Where a link opens. `named-locally`: others could reach the server, but not by the name that this page was opened by. */
export type LinkReach = 'this-machine' | 'named-locally' | 'network'

export function linkReach({ isLoopbackOnly, host }: { isLoopbackOnly: boolean; host: string }): LinkReach {
  if (isLoopbackOnly) return 'this-machine'
  return loopbackNames.includes(host) ? 'named-locally' : 'network'
}
