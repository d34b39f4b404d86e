import { localOwner, type Space } from '#src/domain/space.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import type { Store } from './store.ts'

/** The owner of a space, by its name or id; null or "local" is who started the server. Rejects with NotFoundError or ConflictError, which list what there is. */
export async function ownerNamed(store: Pick<Store, 'listSpaces'>, name: string | null): Promise<string> {
  if (name === null || name === localOwner) return localOwner
  const spaces = await store.listSpaces()
  const wanted = name.trim().toLowerCase()
  const found = spaces.filter((space) => space.id === name || space.name.toLowerCase() === wanted)
  const [only] = found
  if (only === undefined)
    throw new NotFoundError(
      spaces.length === 0
        ? `There is no space "${name}", and no other: nobody has come in by the access secret.`
        : `There is no space "${name}". There are:\n${spaces.map(shown).join('\n')}`,
    )
  if (found.length > 1)
    throw new ConflictError(`Several spaces are called "${name}". Name one by its id:\n${found.map(shown).join('\n')}`)
  return only.id
}

const shown = ({ id, name, createdAt }: Space): string =>
  `  ${id}  ${name}, since ${new Date(createdAt).toISOString().slice(0, 10)}`
