export interface Offer {
  /** For how many days in a row, the first included. */
  days: number
  price: number
}
export interface Rental {
  from: number
  offer: Offer
}

/** The least for which a machine can be had on all the days it is needed. */
export const leastCost = (needed: readonly number[], offers: readonly Offer[]): number =>
  cheapestRentals(needed, offers).reduce((sum, { offer }) => sum + offer.price, 0)

/**
 * What to rent and when, at the least cost. A rental may as well begin on the first needed day that no other covers, for beginning earlier covers no
 * more of the needed ones. So from each needed day on, the cheapest is the cheapest sum of one offer and of what is left after it; going from the
 * last day to the first, that rest is always known. Days times offers in time, and one choice a day in memory: as the days go down, the first day
 * that an offer leaves uncovered goes down too, and is never searched for anew.
 */
export function cheapestRentals(needed: readonly number[], offers: readonly Offer[]): Rental[] {
  const days = [...new Set(needed)].sort((a, b) => a - b)
  if (days.length > 0 && offers.length === 0) throw new Error('nothing is on offer')
  if (offers.some((offer) => offer.days < 1)) throw new RangeError('an offer is for one day at the least')

  /** For the needed days from an index on; nothing is left to pay after the last. */
  const best: Best[] = Array.from({ length: days.length + 1 }, () => ({ cost: 0, offer: undefined, next: 0 }))
  const uncovered = offers.map(() => days.length)
  for (let at = days.length - 1; at >= 0; at--) {
    let cheapest: Best = { cost: Number.POSITIVE_INFINITY, offer: undefined, next: 0 }
    offers.forEach((offer, which) => {
      const ends = (days[at] ?? 0) + offer.days
      let next = uncovered[which] ?? 0
      while ((days[next - 1] ?? 0) >= ends) next--
      uncovered[which] = next
      const cost = offer.price + (best[next]?.cost ?? 0)
      if (cost < cheapest.cost) cheapest = { cost, offer, next }
    })
    best[at] = cheapest
  }

  const rentals: Rental[] = []
  for (let at = 0; at < days.length; ) {
    const { offer, next } = best[at] ?? {}
    const from = days[at]
    if (offer === undefined || next === undefined || from === undefined) throw new Error(`no offer covers day ${from}`)
    rentals.push({ from, offer })
    at = next
  }
  return rentals
}

interface Best {
  cost: number
  /** What to rent on that day. */
  offer: Offer | undefined
  /** Index of the first needed day that it does not cover. */
  next: number
}
