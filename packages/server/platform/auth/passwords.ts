import { weakPassword } from './messages.ts'
import type { AuthParts } from './parts.ts'
import { hashPassword } from './password.ts'
import { defaultMinimumLength, findPasswordProblem } from './password-rules.ts'

/** The hash of a new password; throws with the reason when anybody would guess it. */
export async function hashNewPassword(
  parts: Pick<AuthParts, 'minimumPasswordLength'>,
  given: { login: string; name?: string | undefined; password: string },
): Promise<string> {
  const minimumLength = parts.minimumPasswordLength ?? defaultMinimumLength
  const problem = findPasswordProblem(given.password, { login: given.login, name: given.name, minimumLength })
  if (problem) throw weakPassword(problem, minimumLength)
  return hashPassword(given.password)
}
