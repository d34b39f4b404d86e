import { accessSchema } from '#src/protocol/rest.ts'
import { leftSchema, ownSpaceSchema, type SpaceEntryRequest, spaceMoveSchema } from '#src/protocol/space.ts'
import { request } from './request.ts'

export const enterSpace = (body: SpaceEntryRequest) => request({ path: '/api/space', method: 'POST', body, answer: accessSchema })
export const readAccess = (signal: AbortSignal) => request({ path: '/api/access', answer: accessSchema, signal })
export const readSpace = (signal: AbortSignal) => request({ path: '/api/space', answer: ownSpaceSchema, signal })
export const renameSpace = (name: string) =>
  request({ path: '/api/space/name', method: 'POST', body: { name }, answer: ownSpaceSchema })
export const makeSpaceMove = () => request({ path: '/api/space/move', method: 'POST', body: {}, answer: spaceMoveSchema })
export const leaveSpace = () => request({ path: '/api/space/leaving', method: 'POST', body: {}, answer: leftSchema })
