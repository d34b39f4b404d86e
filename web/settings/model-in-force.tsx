import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ModelCheck, Settings } from '#src/protocol/rest.ts'
import type { Failure } from '../api/request.ts'
import { checkModel } from '../api/server.ts'
import styles from './model-in-force.module.css'

/** Which endpoint and models are used, and, for who runs the server, whether they do what an interview needs. */
export function ModelInForce({ settings, isTestable }: { settings: Settings; isTestable: boolean }) {
  const { model, notices } = settings
  return (
    <section aria-labelledby="model-title">
      <Title order={2} size="h3" id="model-title">
        Model
      </Title>
      {notices.map((notice) => (
        <p key={notice} className={styles.notice}>
          {notice}
        </p>
      ))}
      {model === null ? (
        <Text mt="sm">
          None. Written rules interview and score: they ask what the question’s guide holds ready, follow up on what you said and
          left out, and rate by the words they find. They do not understand a point put in words they do not know. Nothing leaves
          the machine that Hotseat runs on.
        </Text>
      ) : (
        <>
          <dl className={styles.facts}>
            <dt>Endpoint</dt>
            <dd>{model.baseUrl}</dd>
            <dt>Interviewer</dt>
            <dd>{model.interviewer}</dd>
            <dt>Pictures of the board</dt>
            <dd>{model.seesPictures ? 'sent to the interviewer' : 'not sent; it is read in words'}</dd>
            <dt>Scorer</dt>
            <dd>{model.scorer}</dd>
            <dt>Asked for each criterion</dt>
            <dd>{model.scorerRepeats === 1 ? 'once' : `${model.scorerRepeats} times; the majority counts`}</dd>
            <dt>Scorer’s context</dt>
            <dd>{model.contextTokens.toLocaleString('en')} tokens</dd>
            <dt>Price of a million tokens</dt>
            <dd>{model.prices === null ? 'not set' : `${model.prices.in} in, ${model.prices.out} out`}</dd>
            <dt>Key</dt>
            <dd>{model.hasKey ? 'set; it stays on the server' : 'not set'}</dd>
          </dl>
          <Text>
            What you say in an interview is sent to this endpoint
            {model.seesPictures && ', and with it what your board looks like'}. Nothing goes anywhere else.
          </Text>
          {isTestable && <ModelTest />}
        </>
      )}
    </section>
  )
}

type Test =
  | { kind: 'idle' }
  | { kind: 'running' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'done'; checks: readonly ModelCheck[] }

function ModelTest() {
  const [test, setTest] = useState<Test>({ kind: 'idle' })
  const run = async () => {
    setTest({ kind: 'running' })
    const outcome = await checkModel()
    setTest(outcome.ok ? { kind: 'done', checks: outcome.value } : { kind: 'failed', failure: outcome.failure })
  }
  return (
    <div className={styles.test}>
      <Button variant="default" onClick={run} loading={test.kind === 'running'}>
        Test the connection
      </Button>
      <div role="status">
        {test.kind === 'running' && <Text c="dimmed">Asking for a few words; a local model may have to load first.</Text>}
        {test.kind === 'failed' && <Text c="var(--mantine-color-error)">{test.failure.message}</Text>}
        {test.kind === 'done' && test.checks.map((check) => <TestResult key={check.model} check={check} />)}
      </div>
    </div>
  )
}

function TestResult({ check }: { check: ModelCheck }) {
  const { reachable, streams, structuredOutput, firstTokenMs, problem } = check
  const works = (does: boolean) => (does ? 'yes' : 'no')
  return (
    <>
      <h3 className={styles.model}>{check.model}</h3>
      <dl className={styles.facts}>
        <dt>Reachable</dt>
        <dd>{works(reachable)}</dd>
        <dt>Streams</dt>
        <dd>{works(streams)}</dd>
        <dt>Structured output</dt>
        <dd>{structuredOutput ?? 'no'}</dd>
        <dt>First words after</dt>
        <dd>{firstTokenMs === null ? 'not measured' : `${Math.round(firstTokenMs)} ms`}</dd>
      </dl>
      {problem !== null && <p className={styles.problem}>{problem}</p>}
    </>
  )
}
