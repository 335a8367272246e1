import type pg from 'pg'
import { normaliseLogin } from './login.ts'
import { loginTaken } from './messages.ts'
import type { AuthParts } from './parts.ts'
import { hashNewPassword } from './passwords.ts'
import { addPerson } from './store.ts'

/** A person who can sign in and belongs to nothing yet; in the transaction of whoever gives them a place. Throws when the login is taken. */
export async function createPerson(
  client: pg.ClientBase,
  given: { login: string; name: string; password: string } & Pick<AuthParts, 'clock' | 'minimumPasswordLength'>,
): Promise<string> {
  const login = normaliseLogin(given.login)
  const passwordHash = await hashNewPassword(given, { ...given, login })
  const person = await addPerson(client, { login, name: given.name, passwordHash, at: given.clock.now() })
  if (person === undefined) throw loginTaken()
  return person
}
