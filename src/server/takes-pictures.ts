import type { Interview } from '#src/domain/interview.ts'
import type { ServerConfig } from './server-options.ts'

/** Whether who interviews there is shown pictures of the board. */
export const takesPictures = ({ model }: Pick<ServerConfig, 'model'>, { interviewer }: Pick<Interview, 'interviewer'>): boolean =>
  interviewer === 'model' && model?.seesPictures === true
