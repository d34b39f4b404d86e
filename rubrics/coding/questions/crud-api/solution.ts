/** The request as the server hands it on: who sent it has been checked already, the body has not been read. */
export interface Request {
  customer: string
  method: string
  path: string
  body?: string
}
export interface Response {
  status: number
  headers?: Record<string, string>
  body?: unknown
}

interface Fields {
  name: string
  street: string
  postcode: string
  city: string
}
interface Address extends Fields {
  id: number
  customer: string
}

/** The store that is given. */
export class MemoryStore {
  readonly #rows = new Map<number, Address>()
  #lastId = 0

  insert(customer: string, fields: Fields): Address {
    const row = { id: ++this.#lastId, customer, ...fields }
    this.#rows.set(row.id, row)
    return row
  }
  find(id: number): Address | undefined {
    return this.#rows.get(id)
  }
  list(customer: string): Address[] {
    return [...this.#rows.values()].filter((row) => row.customer === customer)
  }
  replace(row: Address): void {
    this.#rows.set(row.id, row)
  }
  remove(id: number): void {
    this.#rows.delete(id)
  }
}

const longest: Record<keyof Fields, number> = { name: 80, street: 120, postcode: 12, city: 80 }
const fieldNames = Object.keys(longest) as (keyof Fields)[]

/**
 * Saved addresses over HTTP. The path says which of two resources is meant, the list or one address, and the method what to do with it. Nothing
 * reaches the store unread: a body is parsed, checked and copied field by field, so a client can set neither the id nor the owner. A change replaces
 * the whole address and a removal asks for a state, so both can be sent again after a timeout; only creating cannot. An address of somebody else
 * is answered like one that does not exist.
 */
export class AddressApi {
  readonly #store: MemoryStore

  constructor(store = new MemoryStore()) {
    this.#store = store
  }

  handle(request: Request): Response {
    if (request.path === '/addresses') return this.#onList(request)
    const id = /^\/addresses\/([1-9]\d{0,14})$/.exec(request.path)?.[1]
    return id === undefined ? notFound : this.#onOne(request, Number(id))
  }

  #onList({ customer, method, body }: Request): Response {
    switch (method) {
      case 'GET':
        return { status: 200, body: this.#store.list(customer).map(shown) }
      case 'POST':
        return withFields(body, (fields) => {
          const row = this.#store.insert(customer, fields)
          return { status: 201, headers: { Location: `/addresses/${row.id}` }, body: shown(row) }
        })
      default:
        return { status: 405, headers: { Allow: 'GET, POST' } }
    }
  }

  #onOne({ customer, method, body }: Request, id: number): Response {
    if (!['GET', 'PUT', 'DELETE'].includes(method)) return { status: 405, headers: { Allow: 'GET, PUT, DELETE' } }
    const found = this.#store.find(id)
    const row = found?.customer === customer ? found : undefined
    if (method === 'DELETE') {
      // Gone is what was asked for, whether by this request or by the one whose answer got lost.
      if (row !== undefined) this.#store.remove(id)
      return { status: 204 }
    }
    if (row === undefined) return notFound
    if (method === 'GET') return { status: 200, body: shown(row) }
    return withFields(body, (fields) => {
      const changed = { id, customer, ...fields }
      this.#store.replace(changed)
      return { status: 200, body: shown(changed) }
    })
  }
}

const notFound: Response = { status: 404, body: { error: 'no such address' } }

/** What a client sees of a row: all but its owner. */
const shown = ({ id, name, street, postcode, city }: Address) => ({ id, name, street, postcode, city })

/** Goes on with the fields of the body, or says everything that is wrong with it. */
function withFields(body: string | undefined, go: (fields: Fields) => Response): Response {
  const value = parse(body ?? '')
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { status: 400, body: { error: 'the body must be a JSON object' } }
  const given = value as Record<string, unknown>
  const fields: Fields = { name: '', street: '', postcode: '', city: '' }
  const errors: Record<string, string> = {}
  for (const name of fieldNames) {
    const text = given[name]
    const trimmed = typeof text === 'string' ? text.trim() : ''
    if (trimmed === '') errors[name] = 'is required'
    else if (trimmed.length > longest[name]) errors[name] = `has at most ${longest[name]} characters`
    else fields[name] = trimmed
  }
  return Object.keys(errors).length > 0 ? { status: 422, body: { errors } } : go(fields)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
