import { createContext, useContext } from 'react'

/** Whether ratings and counts show as figures; in gentle mode only once they are asked for. */
export const FiguresContext = createContext(true)

export const useShowsFigures = (): boolean => useContext(FiguresContext)
