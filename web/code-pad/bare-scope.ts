/** Globals that the candidate's code keeps: the language, and what neither reaches the network nor keeps anything. */
const kept = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise
   RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
   JSON Math Intl Temporal ArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array
   Float16Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set
   Iterator AsyncIterator WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry DisposableStack
   AsyncDisposableStack decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite
   isNaN globalThis self console setTimeout setInterval clearTimeout clearInterval queueMicrotask structuredClone
   performance crypto atob btoa TextEncoder TextDecoder URL URLSearchParams AbortController AbortSignal Event
   EventTarget CustomEvent DOMException constructor addEventListener removeEventListener dispatchEvent toString
   valueOf hasOwnProperty`.split(/\s+/),
)

/**
 * Takes everything else away from a worker's global scope: fetch and its like, storage, other workers, messages. That the network cannot be
 * reached is the worker's content security policy; this is for what no policy governs, and so that code meets a plain "is not defined".
 */
export function bareScope(scope: object): void {
  for (let at: object | null = scope; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null)
    for (const name of Reflect.ownKeys(at)) {
      if (typeof name !== 'string' || kept.has(name)) continue
      if (!Reflect.deleteProperty(at, name)) Reflect.set(at, name, undefined)
    }
}
