import { Button, Text, Title } from '@mantine/core'
import { type ReactNode, useCallback, useState } from 'react'
import type { Comparison, ComparedTurns as Turns } from '#src/protocol/history.ts'
import { readComparedTurns } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { Loading } from '../shell/loading.tsx'
import { OpeningFold } from '../shell/opening-fold.tsx'
import { type AlignedPhase, alignedPhases } from './aligned-phases.ts'
import { secondName } from './attempt-place.ts'
import { ComparedBoards } from './compared-boards.tsx'
import { ComparedCode } from './compared-code.tsx'
import { ComparedSql } from './compared-sql.tsx'
import styles from './compared-turns.module.css'
import { SaidTurns } from './said-turns.tsx'
import { SideBySide } from './side-by-side.tsx'

interface ComparedTurnsProps {
  /** As the address has them. */
  ids: { first: string; second: string }
  comparison: Comparison
}

/** Words of both speakers up to which two conversations are read without opening anything. */
const fewWords = 500

const artifacts = [
  { kind: 'board', title: 'Boards', View: ComparedBoards },
  { kind: 'code', title: 'Code', View: ComparedCode },
  { kind: 'sql', title: 'SQL', View: ComparedSql },
] as const

/** What was said in both attempts, part by part, and what was drawn and written. It comes when the first of it is opened. */
export function ComparedTurns({ ids: { first: firstId, second: secondId }, comparison }: ComparedTurnsProps) {
  const { first, second } = comparison
  const phases = alignedPhases(first.phases, second.phases)
  const isShort = [...first.phases, ...second.phases].reduce((sum, { words }) => sum + words, 0) <= fewWords
  const [isWanted, setWanted] = useState(isShort)
  const load = useCallback(
    (signal: AbortSignal) => readComparedTurns({ first: firstId, second: secondId }, signal),
    [firstId, secondId],
  )
  const { loaded, reload } = useLoad(isWanted ? load : null)
  const want = () => setWanted(true)
  const withTurns = (view: (turns: Turns) => ReactNode): ReactNode => {
    if (loaded.kind === 'loading') return <Loading what="both conversations" />
    if (loaded.kind === 'ready') return view(loaded.value)
    return (
      <div className={styles.failed} role="alert">
        <Text size="sm">What was said could not be loaded: {loaded.failure.message}</Text>
        <Button variant="default" size="compact-sm" onClick={reload}>
          Try again
        </Button>
      </div>
    )
  }
  const names = ['First', secondName(second)] as const
  const shown = artifacts.filter(({ kind }) => first.artifacts.includes(kind) || second.artifacts.includes(kind))
  return (
    <>
      {shown.length > 0 && (
        <section className={styles.section}>
          <Title order={2} size="h3">
            What was drawn and written
          </Title>
          {shown.map(({ kind, title, View }) => (
            <OpeningFold key={kind} title={title} aside="as they stood last" onOpen={want}>
              {withTurns((turns) => (
                <View attempts={{ first, second }} turns={turns} names={names} />
              ))}
            </OpeningFold>
          ))}
        </section>
      )}
      <section className={styles.section}>
        <Title order={2} size="h3">
          What was said
        </Title>
        {phases.map((phase) => (
          <OpeningFold key={phase.id} title={phase.title} aside={turnCounts(phase)} isOpen={isShort} onOpen={want}>
            {withTurns((turns) => (
              <SideBySide
                names={names}
                first={<SaidTurns attempt={first} turns={turns.first.filter((turn) => turn.phase === phase.id)} />}
                second={<SaidTurns attempt={second} turns={turns.second.filter((turn) => turn.phase === phase.id)} />}
              />
            ))}
          </OpeningFold>
        ))}
      </section>
    </>
  )
}

function turnCounts({ first, second }: AlignedPhase): string {
  const turns = (count: number) => (count === 1 ? '1 turn' : `${count} turns`)
  if (first === null) return `${turns(second?.turns ?? 0)} in the second, none in the first`
  return second === null ? `${turns(first.turns)} in the first, none in the second` : `${turns(first.turns)} and ${second.turns}`
}
