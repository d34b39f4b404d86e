export interface Entry {
  id: string
  /** As somebody typed it. */
  reference: string
  /** In cents. */
  amount: number
}

export interface Matching {
  /** Id of the invoice and of the payment, in the order of the payments. */
  pairs: [invoice: string, payment: string][]
  openInvoices: string[]
  openPayments: string[]
}

/**
 * Pairs payments with invoices of the same reference and amount. A map from both together to the invoices that have them makes one pass over each list
 * enough, O(n + m), where comparing each with each would take n times m. The map holds lists, for two invoices can be alike: each is used once, the
 * earlier one first. References are compared without case, spaces and hyphens, for that is how people differ in typing them; an empty one is never
 * paired, for it names nobody.
 */
export function matchPayments(invoices: readonly Entry[], payments: readonly Entry[]): Matching {
  const waiting = new Map<string, Entry[]>()
  for (const invoice of invoices) {
    const key = keyOf(invoice)
    const alike = waiting.get(key)
    if (alike === undefined) waiting.set(key, [invoice])
    else alike.push(invoice)
  }
  const used = new Map<string, number>()
  const pairs: Matching['pairs'] = []
  const openPayments: string[] = []
  for (const payment of payments) {
    const key = keyOf(payment)
    const next = used.get(key) ?? 0
    const invoice = isEmpty(payment) ? undefined : waiting.get(key)?.[next]
    if (invoice === undefined) openPayments.push(payment.id)
    else {
      used.set(key, next + 1)
      pairs.push([invoice.id, payment.id])
    }
  }
  const paid = new Set(pairs.map(([invoice]) => invoice))
  return { pairs, openInvoices: invoices.filter(({ id }) => !paid.has(id)).map(({ id }) => id), openPayments }
}

/** The mark between the two stands in no reference, so that no two different pairs give the same key. */
const keyOf = (entry: Entry): string => `${cleaned(entry)}\n${entry.amount}`
const isEmpty = (entry: Entry): boolean => cleaned(entry) === ''
const cleaned = ({ reference }: Entry): string => reference.toUpperCase().replace(/[\s-]/g, '')
