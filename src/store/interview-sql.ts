/** Expressions over a row of `interviews`. */

/** The titles of its questions, as one text. */
export const titleSql = "(select group_concat(value ->> 'title', ', ') from json_each(interviews.questions))"

/** Whether any scorecard of it was opened. */
export const openedSql = 'exists (select 1 from scorecard_openings where scorecard_openings.interview_id = interviews.id)'

/** A column of its newest scorecard, which is the one that stands. */
export const standingSql = (column: 'job_id' | 'recommendation'): string =>
  `(select ${column} from scorecards where scorecards.interview_id = interviews.id order by created_at desc, rowid desc limit 1)`
