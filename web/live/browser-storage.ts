type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A storage area that works while the browser refuses its own (private windows, a full disk): then for as long as the page lives. */
function browserStorage(area: () => Storage): Area {
  const fallback = new Map<string, string>()
  const attempt = <Result>(use: (storage: Storage) => Result, otherwise: () => Result): Result => {
    try {
      return use(area())
    } catch {
      return otherwise()
    }
  }
  return {
    getItem: (key) =>
      fallback.get(key) ??
      attempt(
        (storage) => storage.getItem(key),
        () => null,
      ),
    setItem: (key, value) =>
      attempt(
        (storage) => {
          storage.setItem(key, value)
          fallback.delete(key)
        },
        () => void fallback.set(key, value),
      ),
    removeItem: (key) => {
      fallback.delete(key)
      attempt(
        (storage) => storage.removeItem(key),
        () => undefined,
      )
    },
  }
}

export const localArea = browserStorage(() => window.localStorage)
export const tabArea = browserStorage(() => window.sessionStorage)
