import type { InterviewRecord } from '#src/domain/interview-record.ts'
import { html } from './html.ts'
import { pageAround, titleOf } from './record-to-html.ts'
import { dayOf } from './times.ts'

/** An interview in an archive; `name` is what its files are called. */
export interface Listed {
  name: string
  record: Pick<InterviewRecord, 'interview'>
  isOver: boolean
}

/** When, what and which: no two interviews have the same. */
export const fileNameOf = ({ interview }: Pick<InterviewRecord, 'interview'>): string =>
  `${dayOf(interview.createdAt)}-${interview.questions[0]?.id ?? 'interview'}-${interview.id}`

/** The page that an archive opens with. */
export const archiveIndex = (listed: readonly Listed[]): string =>
  pageAround(
    'Interviews · Hotseat',
    html`<h1>Interviews</h1>
${listed.length === 0 ? html`<p>There were none.</p>` : null}
<ul>${listed.map(
      ({ name, record, isOver }) =>
        html`<li><a href="pages/${name}.html">${titleOf(record)}</a> <span class="soft">${dayOf(record.interview.createdAt)} · ${record.interview.level}${isOver ? '' : ' · not over'}</span></li>`,
    )}</ul>
<footer>Exported from Hotseat. README.txt says what the folders hold.</footer>`,
  )

export const archiveNote = `Your interviews, exported from Hotseat.

index.html   leads to a page for each interview
pages/       to read and to print, in any browser; nothing in them runs or loads anything
markdown/    the same as text; a block at the end of each holds the whole interview for Hotseat
json/        for programs: each begins as a transcript and holds under "record" all that is kept of the interview

"hotseat restore FILE", or Settings in the browser, takes this archive or any file of json/ or markdown/ back in.
The files of json/ and markdown/ hold the guide of each question, your notes and your scorecards, also those that you have not opened. Pass on the pages instead.
Not in here: links that you shared, the space you are in, the guides you read, questions you put aside. An interview that was not over has no json.
`
