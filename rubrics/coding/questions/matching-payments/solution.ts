/** An invoice or a payment. Cents, since a fraction of a float would make two equal amounts differ. */
export interface Entry {
  id: string
  reference: string
  cents: number
}

export interface Matching {
  /** Ids of a payment and of the invoice that it settles, in the order of the payments. */
  pairs: [payment: string, invoice: string][]
  unmatched: string[]
  open: string[]
}

/** Equal for entries that belong together, and for no others: as JSON the two parts cannot run into each other. */
const keyOf = ({ reference, cents }: Entry): string => JSON.stringify([reference.replace(/\s/g, '').toUpperCase(), cents])

/**
 * Pairs payments with open invoices of the same reference and amount. The invoices are put in a map by what makes a pair, so that each payment
 * looks in one place instead of through the whole list: time grows with the sum of both lists and not with their product. Under a key there may
 * be several invoices; each is handed out once, the one that stands first in the list before the others. A payment that the bank sent twice, with the same
 * id, counts once.
 */
export function matchPayments(invoices: readonly Entry[], payments: readonly Entry[]): Matching {
  const waiting = new Map<string, string[]>()
  // From the last to the first, so that pop, which moves nothing, hands out the earliest.
  for (const invoice of invoices.toReversed()) {
    const key = keyOf(invoice)
    const ids = waiting.get(key)
    if (ids === undefined) waiting.set(key, [invoice.id])
    else ids.push(invoice.id)
  }

  const pairs: Matching['pairs'] = []
  const unmatched: string[] = []
  const seen = new Set<string>()
  const settled = new Set<string>()
  for (const payment of payments) {
    if (seen.has(payment.id)) continue
    seen.add(payment.id)
    const invoice = waiting.get(keyOf(payment))?.pop()
    if (invoice === undefined) {
      unmatched.push(payment.id)
      continue
    }
    settled.add(invoice)
    pairs.push([payment.id, invoice])
  }
  const open = invoices.map(({ id }) => id).filter((id) => !settled.has(id))
  return { pairs, unmatched, open }
}
