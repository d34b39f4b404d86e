type Said<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> }

/** The same without the keys that are undefined. */
export const withoutUnsaid = <Value extends object>(value: Value): Said<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Said<Value>
