import { useEffect, useState } from 'react'
import type { RoomState } from '../live/room-state.ts'
import { remainingTime } from './remaining-time.ts'

/** Milliseconds left, renewed each second while the interview's clock runs; null before the first standing. */
export function useRemaining({ standing, standingAt }: Pick<RoomState, 'standing' | 'standingAt'>): number | null {
  const [now, setNow] = useState(() => performance.now())
  const isRunning = standing?.running ?? false
  useEffect(() => {
    setNow(performance.now())
    if (!isRunning) return
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return standing && remainingTime({ standing, standingAt, now: Math.max(now, standingAt) })
}
