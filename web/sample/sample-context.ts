import { createContext, useContext } from 'react'

/** Whether what is shown is the sample: nobody's, so that nothing can be done with it. */
export const SampleContext = createContext(false)

export const useIsSample = (): boolean => useContext(SampleContext)
