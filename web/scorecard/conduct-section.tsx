import {
  type ConductReport,
  conductRuleIds,
  conductRuleTitles,
  mostWordsCounted,
  undecidedByReason,
} from '#src/domain/conduct.ts'
import { Fold } from '../shell/fold.tsx'
import styles from './conduct-section.module.css'
import { Section } from './section.tsx'

/** How the interviewer behaved: held to its own rules, with the words that broke one. */
export function ConductSection({ conduct }: { conduct: ConductReport }) {
  const { breaches, interviewerTurns, talk, questions, probes } = conduct
  const undecided = undecidedByReason(conduct)
  return (
    <Section title="How the interviewer behaved" aside={<span className={styles.aside}>Shown, not rated</span>}>
      <p className={styles.note}>
        {breaches.length === 0
          ? `No rule that could be checked was broken in ${turnsWords(interviewerTurns)}. Among them: one question at a time, no praise, no answer given away, times as the clock has them.`
          : `${breaches.length === 1 ? 'One rule was' : `${breaches.length} times a rule was`} broken in ${turnsWords(interviewerTurns)}. It does not touch your rating.`}
      </p>
      {breaches.length > 0 && (
        <ul className={styles.breaches}>
          {breaches.map(({ rule, turn, start, quote, note }) => (
            <li key={`${rule}.${turn}.${start}`}>
              <strong>{conductRuleTitles[rule]}</strong>
              <a className={styles.quote} href={`#turn-${turn}`}>
                “{quote.trim()}” <span className={styles.turn}>turn {turn}</span>
              </a>
              <span className={styles.turn}>{note}</span>
            </li>
          ))}
        </ul>
      )}
      <Fold title="What was looked at">
        <ul className={styles.looked}>
          <li>
            {talk.share === null
              ? 'Its share of the words was not judged: yours were too few, in all or a turn.'
              : `Its share of the words: ${Math.round(talk.share)} %${talk.candidateWordsCounted < talk.candidateWords ? ` (of one answer of yours ${mostWordsCounted} words counted at most)` : ''}.`}
          </li>
          <li>
            {questions.asked === 0
              ? 'It asked no question.'
              : `It asked ${questions.asked} ${questions.asked === 1 ? 'question' : 'questions'}, at most ${questions.mostInTurn} in a turn.`}
          </li>
          <li>
            {probes.asked === 0
              ? 'It asked no follow-up.'
              : probes.anchored === null
                ? `It asked ${probes.asked} follow-ups.`
                : `${probes.anchored} of ${probes.asked} follow-ups took up words of yours.`}
          </li>
          {undecided.length === 0 && <li>All {conductRuleIds.length} rules could be checked.</li>}
        </ul>
        {undecided.length > 0 && (
          <>
            <p className={styles.note}>Not decided, or only in part:</p>
            <ul className={styles.looked}>
              {undecided.map(({ reason, rules }) => (
                <li key={reason}>
                  {rules.join('; ')}. <span className={styles.turn}>{reason}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Fold>
    </Section>
  )
}

const turnsWords = (turns: number): string => (turns === 1 ? 'its one turn' : `its ${turns} turns`)
