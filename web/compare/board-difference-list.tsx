import { boardDifferences, type OnlyHere } from '#src/board/board-differences.ts'
import styles from './board-difference-list.module.css'

/** What stands on one of two boards alone, in words. */
export function BoardDifferenceList({ first, second }: { first: string; second: string }) {
  const differences = boardDifferences(first, second)
  if (differences === null)
    return <p className={styles.line}>One of them was not drawn here, so what differs cannot be told in words.</p>
  const { sharedParts, isCut } = differences
  return (
    <>
      <p className={styles.line}>
        {sharedParts === 0 && 'No part stands on both, going by labels.'}
        {sharedParts > 0 && `${sharedParts === 1 ? '1 part stands' : `${sharedParts} parts stand`} on both, going by labels.`}
        {isCut && ' One of them is too large to be told in words whole, so some of this may stand on both.'}
      </p>
      <Only title="Only in the first" here={differences.first} />
      <Only title="Only in the second" here={differences.second} />
    </>
  )
}

const sections = [
  { of: 'parts', title: 'Parts' },
  { of: 'arrows', title: 'Arrows' },
  { of: 'notes', title: 'Notes' },
] as const

function Only({ title, here }: { title: string; here: OnlyHere }) {
  const told = sections.filter(({ of }) => here[of].length > 0)
  return (
    <section className={styles.only}>
      <h3 className={styles.title}>{title}</h3>
      {told.length === 0 ? (
        <p className={styles.line}>Nothing.</p>
      ) : (
        <dl className={styles.list}>
          {told.map(({ of, title: name }) => (
            <div key={of}>
              <dt>{name}</dt>
              <dd>{here[of].join('; ')}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
