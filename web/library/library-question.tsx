import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { levels } from '#src/domain/track.ts'
import type { LibraryQuestion } from '#src/protocol/rest.ts'
import { localArea } from '../live/browser-storage.ts'
import { questionPlace } from '../navigation/route.ts'
import { navigate } from '../navigation/use-route.ts'
import { keptChoices, rememberChoices } from '../start/choices.ts'
import { frameworkWords, levelWords } from '../words.ts'
import styles from './library-question.module.css'
import { StudyGuideView } from './study-guide-view.tsx'

interface LibraryQuestionRowProps {
  question: LibraryQuestion
  topicTitles: ReadonlyMap<string, string>
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** One question: its title, and behind it the opening, what it tests, and what can be done with it. */
export function LibraryQuestionRow({ question, topicTitles }: LibraryQuestionRowProps) {
  const place = questionPlace(question)
  const [isOpen, setOpen] = useState(() => window.location.hash === `#${place}`)
  const panel = useId()
  const { title, opening, tests, tried, isGuideRead } = question
  return (
    <li id={place} className={styles.question}>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.control}
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.title}>{title}</span>
          <span className={styles.facts}>{factsOf(question, topicTitles)}</span>
          <span className={styles.done}>{tried === null ? (isGuideRead ? 'Guide read' : '') : 'Tried'}</span>
        </button>
      </h3>
      <div id={panel} hidden={!isOpen} className={styles.panel}>
        {isOpen && (
          <>
            <p className={styles.opening}>{opening}</p>
            {tests !== null && (
              <p>
                <strong>Tests:</strong> {tests}
              </p>
            )}
            {tried !== null && (
              <p className={styles.dimmed}>
                Tried {tried.times === 1 ? 'once' : `${tried.times} times`}, last on {day.format(tried.lastAt)}.
              </p>
            )}
            <div className={styles.actions}>
              <Button size="sm" onClick={() => practise(question)}>
                Practise it
              </Button>
            </div>
            <StudyGuideView question={question} />
          </>
        )}
      </div>
    </li>
  )
}

function factsOf({ levels: asked, topics, framework, isOwn }: LibraryQuestion, titles: ReadonlyMap<string, string>): string {
  const [first, last] = [asked[0], asked.at(-1)]
  const span =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? levelWords[first]
        : `${levelWords[first]} to ${levelWords[last].toLowerCase()}`
  const about = framework === null ? topics.map((topic) => titles.get(topic) ?? topic) : [frameworkWords[framework]]
  return [span, ...about, ...(isOwn ? ['your own'] : [])].join(' · ')
}

/** The start page with this question chosen, at the level of last time where it is asked there. */
function practise({ id, track, levels: asked, framework }: LibraryQuestion): void {
  const last = keptChoices(localArea).level
  const level = asked.find((one) => one === last) ?? levels.findLast((one) => asked.includes(one))
  rememberChoices(localArea, { track, question: id, framework, ...(level === undefined ? {} : { level }) })
  navigate({ page: 'practise' })
}
