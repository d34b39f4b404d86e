import { Tabs, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { ScoredInterview, ShownInterview } from '#src/protocol/rest.ts'
import { ApproachFold } from '../approaches/approach-fold.tsx'
import { useHash } from '../navigation/use-hash.ts'
import { useNamedPlace } from '../navigation/use-named-place.ts'
import { readGentle } from '../preferences.ts'
import { useIsSample } from '../sample/sample-context.ts'
import { NotUseful } from '../sharing/not-useful.tsx'
import { ObjectionsProvider } from '../sharing/objections.tsx'
import { SecondPairOfEyes } from '../sharing/second-pair-of-eyes.tsx'
import { AppealChanges } from './appeal-changes.tsx'
import { CheckAppeal } from './check-appeal.tsx'
import { collectMarks } from './collect-marks.ts'
import { ConductSection } from './conduct-section.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { DebriefSections } from './debrief-sections.tsx'
import { DeliverySection } from './delivery-section.tsx'
import { FiguresContext } from './figures.ts'
import { MarkedTranscript } from './marked-transcript.tsx'
import { questionOf } from './question-of.ts'
import { SampleAnswers } from './sample-answers.tsx'
import { ScorecardActions } from './scorecard-actions.tsx'
import styles from './scorecard-view.module.css'
import { Section } from './section.tsx'
import { SetAsideSection } from './set-aside-section.tsx'
import { Summary } from './summary.tsx'
import { FiguresButton, ToldSection } from './told-section.tsx'

const overall = 'overall'
const criterionPrefix = 'criterion-'

interface ScorecardViewProps {
  interview: ShownInterview
  scored: ScoredInterview
  /** There is a newer scorecard. */
  onChanged(): void
}

/** How did I do, why, and what do I do next: in that order, with the transcript they rest on beneath. */
export function ScorecardView({ interview, scored, onChanged }: ScorecardViewProps) {
  const { scorecard, criteria, turns, answers, appeals } = scored
  const [tab, setTab] = useState(overall)
  const [isGentle] = useState(readGentle)
  const [showsFigures, setShowsFigures] = useState(!isGentle)
  const [open, setOpen] = useState<string[]>([])
  const hash = useHash()
  const isSample = useIsSample()
  const marks = useMemo(() => collectMarks(scorecard), [scorecard])
  const titles = useMemo(() => new Map(criteria.map(({ id, title }) => [id, title])), [criteria])

  useEffect(() => {
    if (!hash.startsWith(criterionPrefix)) return
    const criterion = hash.slice(criterionPrefix.length)
    setOpen((before) => (before.includes(criterion) ? before : [...before, criterion]))
  }, [hash])
  useNamedPlace()

  const perQuestion = scorecard.perQuestion.length > 1 ? scorecard.perQuestion : []
  const scores = perQuestion.find(({ question }) => question === tab)?.scores ?? scorecard.scores
  const titleOf = (question: string) => interview.questions.find(({ id }) => id === question)?.title ?? question
  const toggleFigures = () => setShowsFigures(!showsFigures)
  return (
    <ObjectionsProvider interviewId={isSample ? null : interview.id}>
      <FiguresContext value={showsFigures}>
        <Summary
          scorecard={scorecard}
          level={interview.level}
          title={interview.questions.map(({ title }) => title).join(' · ')}
          prepared={scored.prepared.map(titleOf)}
          imported={interview.imported}
        />
        <AppealChanges changes={scorecard.appeals ?? []} titles={titles} />
        <Section
          title="Why"
          aside={
            isGentle ? (
              <FiguresButton onToggle={toggleFigures} />
            ) : (
              <Text size="sm" c="dimmed">
                Open a row for its anchors and quotes
              </Text>
            )
          }
        >
          {perQuestion.length > 0 && (
            <Tabs value={tab} onChange={(value) => setTab(value ?? overall)} mb="md">
              <Tabs.List className={styles.tabs ?? ''}>
                <Tabs.Tab value={overall}>All questions</Tabs.Tab>
                {perQuestion.map(({ question }) => (
                  <Tabs.Tab key={question} value={question}>
                    {titleOf(question)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
          )}
          <CriteriaList
            criteria={criteria}
            scores={scores}
            said={scored.selfRating?.kind === 'rated' && tab === overall ? scored.selfRating.ratings : {}}
            open={open}
            onOpen={setOpen}
            ratingAction={({ criterion }) => (
              <NotUseful
                what={`the rating of ${titles.get(criterion) ?? criterion}`}
                target={{ kind: 'rating', question: tab === overall ? null : tab, criterion }}
              />
            )}
            checkAction={(score, check) =>
              isSample ? null : (
                <CheckAppeal
                  interviewId={interview.id}
                  question={questionOf(scorecard, score)}
                  criterion={score.criterion}
                  check={check}
                  turns={turns}
                  appeals={appeals}
                  onMoved={onChanged}
                />
              )
            }
          />
        </Section>
        <SetAsideSection setAside={scorecard.setAside} />
        <DebriefSections interviewId={interview.id} debrief={scorecard.debrief} titles={titles} />
        <ToldSection onToggle={toggleFigures}>
          <DeliverySection delivery={scored.delivery} turns={turns} questions={interview.questions} />
        </ToldSection>
        <ConductSection conduct={scored.conduct} />
        <div className={styles.approaches}>
          <ApproachFold track={interview.track} title="Ways to go about such an answer" />
        </div>
        <SampleAnswers answers={answers} questions={interview.questions} schedule={interview.schedule} level={interview.level} />
        {!isSample && (
          <>
            <ScorecardActions
              interview={interview}
              isIncomplete={scorecard.scores.every(({ kind }) => kind === 'unscored')}
              hasAppeals={scorecard.appeals !== undefined}
            />
            <SecondPairOfEyes interviewId={interview.id} />
          </>
        )}
        <Section
          title="Transcript"
          aside={
            <Text size="sm" c="dimmed">
              Marked words were quoted
            </Text>
          }
        >
          <MarkedTranscript
            turns={turns}
            schedule={interview.schedule}
            language={interview.language}
            marks={marks}
            active={hash.startsWith('quote-') ? hash : null}
            titles={titles}
            isTimed={interview.imported?.timed ?? true}
          />
        </Section>
      </FiguresContext>
    </ObjectionsProvider>
  )
}
