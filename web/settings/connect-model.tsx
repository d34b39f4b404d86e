import { Button, Code, CopyButton, Tabs, Text, Title } from '@mantine/core'
import styles from './connect-model.module.css'
import { type Endpoint, endpoints } from './endpoints.ts'

/** The lines that connect each kind of server, ready to copy. */
export function ConnectModel() {
  return (
    <section aria-labelledby="connect-title">
      <Title order={2} size="h3" id="connect-title">
        Connect a model
      </Title>
      <Text mt="sm" mb="md">
        Put these lines into a file named <Code>.env</Code> beside <Code>package.json</Code>, then start Hotseat again.{' '}
        <Code>HOTSEAT_SCORER_MODEL</Code> names another model for scoring, if you want one. <Code>HOTSEAT_PICTURES=on</Code> shows
        the interviewer’s model a picture of the board beside its words, if it is one that sees pictures.
      </Text>
      <Tabs classNames={{ list: styles.tabs ?? '', tab: styles.tab ?? '' }} defaultValue={endpoints[0]?.id ?? null}>
        <Tabs.List>
          {endpoints.map(({ id, name }) => (
            <Tabs.Tab key={id} value={id}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {endpoints.map((endpoint) => (
          <Tabs.Panel key={endpoint.id} value={endpoint.id} pt="md">
            <EndpointLines endpoint={endpoint} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  )
}

function EndpointLines({ endpoint: { about, lines, name } }: { endpoint: Endpoint }) {
  return (
    <>
      <Text mb="sm">{about}</Text>
      <div className={styles.lines}>
        <pre>
          <code>{lines}</code>
        </pre>
        <CopyButton value={lines}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy} aria-label={`Copy the lines for ${name}`}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </div>
    </>
  )
}
