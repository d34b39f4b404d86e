import { Title } from '@mantine/core'
import type { CheckResult } from '#src/domain/score.ts'
import type { Attempt, Comparison } from '#src/protocol/history.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { quotedWords } from '../scorecard/quoted-words.ts'
import { verdictWords } from '../words.ts'
import { attemptPlace, quotePlace, secondName } from './attempt-place.ts'
import list from './board-difference-list.module.css'
import styles from './check-changes.module.css'
import type { ComparedCriterion } from './compare-attempts.ts'

interface CheckChangesProps {
  title: string
  none: string
  compared: readonly ComparedCriterion[]
  of: 'gained' | 'lost'
  attempts: Pick<Comparison, 'first' | 'second'>
}

/** The checks that one attempt shows more of than the other, each with the words that showed it in both. */
export function CheckChanges({ title, none, compared, of, attempts: { first, second } }: CheckChangesProps) {
  const changes = compared.flatMap((one) => one[of].map((after) => ({ one, after })))
  return (
    <section className={styles.changes}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {changes.length === 0 && <p>{none}</p>}
      <ul>
        {changes.map(({ one, after }) => (
          <li key={`${one.criterion}/${after.check}`}>
            {after.means}
            <span className={styles.about}>{one.title}</span>
            <dl className={`${list.list} ${styles.shown}`}>
              <Shown name="First" attempt={first} check={one.before.find(({ check }) => check === after.check)} />
              <Shown name={secondName(second)} attempt={second} check={after} />
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Shown({ name, attempt, check }: { name: string; attempt: Attempt; check: CheckResult | undefined }) {
  const evidence = check?.evidence[0]
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {check === undefined ? 'Not looked for' : verdictWords[check.verdict]}
        {evidence === undefined ? (
          check !== undefined && check.verdict !== 'not-shown' && ': no words of yours stand for it'
        ) : (
          <>
            : “{quotedWords(evidence)}”{' '}
            <RouteLink size="sm" underline="always" to={attemptPlace(attempt, evidence.turn)}>
              {quotePlace(attempt, evidence)}
            </RouteLink>
          </>
        )}
      </dd>
    </div>
  )
}
